import { pastedThemes } from '../formats/legacy-groups.js'
import type { Pointer } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, setOwn } from '../json/value.js'
import type { LedgerEntry } from './ledger.js'

/** A document as the old client would have read it, with the places of its parts in the input. */
export interface Lifted {
  readonly document: JsonObject
  readonly inInput: (pointer: Pointer) => Pointer
  /** What of the input is in no theme. */
  readonly entries: readonly LedgerEntry[]
}

/**
 * Takes old themes out of "clients.web", where they were copied to, into the shape that they were written for.
 *
 * @returns `undefined` where there are current themes or defaults too, so that it is unclear which are meant
 */
export function liftPasted(
  input: JsonObject,
): (Lifted & { /** The themes in the input. */ readonly themes: readonly Pointer[] }) | undefined {
  const pasted = pastedThemes(input)
  if (pasted.length === 0) return undefined
  const clients = input['clients'] as JsonObject
  const web = clients['web'] as JsonObject
  const list = own(web, 'themes')
  const isMap = isObject(list)
  const frame = Object.keys(web).filter((key) => (key === 'themes' ? !isMap : key === 'defaults' || isMap))
  if (!frame.every((key) => isEmpty(web[key]))) return undefined
  const document: JsonObject = {}
  for (const key of Object.keys(input)) if (key !== 'clients') setOwn(document, key, input[key] as Json)
  for (const key of Object.keys(clients)) {
    if (Object.hasOwn(document, key)) return undefined
    const inWeb = Object.fromEntries(Object.entries(web).filter(([name]) => !frame.includes(name)))
    setOwn(document, key, key === 'web' ? (isMap ? list : inWeb) : (clients[key] as Json))
  }
  const sections = new Set(Object.keys(clients).map((key) => `/${key}`))
  return {
    document,
    themes: pasted.map(({ pointer }) => pointer),
    entries: frame.map((key) => ({
      from: `/clients/web/${key}`,
      to: null,
      action: 'dropped',
      reason: 'it is empty',
    })),
    inInput(pointer) {
      const end = pointer.indexOf('/', 1)
      const section = end < 0 ? pointer : pointer.slice(0, end)
      if (!sections.has(section)) return pointer
      return section === '/web' && isMap
        ? `/clients/web/themes${pointer.slice(section.length)}`
        : `/clients${pointer}`
    },
  }
}

function isEmpty(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

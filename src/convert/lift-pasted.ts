import { frameOf, isEmptyPart, pastedThemes } from '../formats/legacy-groups.js'
import type { Pointer } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, setOwn } from '../json/value.js'
import type { LedgerEntry } from './ledger.js'

/** A document whose parts were moved to where clients read them. */
export interface Lifted {
  readonly document: JsonObject
  /** The pointer in the input for one in the document. */
  readonly inInput: (pointer: Pointer) => Pointer
  /** The entries for the parts of the input that the document doesn't have. */
  readonly entries: readonly LedgerEntry[]
}

/**
 * Moves legacy themes that were copied into "clients.web" back into a wrapped file.
 *
 * @returns `undefined` if there are current themes or defaults too, because it is unclear which are meant
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
  const frame = frameOf(web)
  if (!frame.every((key) => isEmptyPart(web[key]))) return undefined
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

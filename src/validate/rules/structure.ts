import { bytesOf } from '../../document/bytes.js'
import type { Json } from '../../document/json.js'
import { child, type Pointer } from '../../document/pointer.js'
import { hostileKeys } from '../../document/structure.js'
import type { DocumentRule } from '../rule.js'

const MAX_BYTES = 1_000_000
/** No character takes more bytes of UTF-8 for each of its code units. */
const MAX_BYTES_PER_UNIT = 3
const MAX_LEVELS = 32

/** Every visitor loads the file before anything shows. */
export const fileTooLarge: DocumentRule = {
  codes: ['file-too-large'],
  for: 'any',
  check({ text }, report) {
    if (text === undefined || text.length * MAX_BYTES_PER_UNIT <= MAX_BYTES) return
    const bytes = bytesOf(text)
    if (bytes <= MAX_BYTES) return
    report(
      'file-too-large',
      '',
      `The file has ${(bytes / 1_000_000).toFixed(1)} MB, which every visitor loads before anything shows. Real themes have about 10 kB: move images into files of their own, and delete themes that nobody uses.`,
    )
  },
}

/** Clients and servers walk through the file by recursion. */
export const nestedDeeply: DocumentRule = {
  codes: ['nested-deeply'],
  for: 'any',
  check({ document, structure }, report) {
    if (structure().depth <= MAX_LEVELS) return
    report(
      'nested-deeply',
      deepestBelow(document),
      `From here on, objects and lists are nested more than ${MAX_LEVELS} levels deep. No theme needs more than eight; remove what is below.`,
    )
  },
}

/** The first object or list that is nested deeper than that; depth first, as one reads the text. */
function deepestBelow(document: Json): Pointer {
  let found: Pointer | undefined
  walk(document, '', 1, (pointer, depth, _, value) => {
    if (depth > MAX_LEVELS && typeof value === 'object' && value !== null) found ??= pointer
    return found === undefined
  })
  return found ?? ''
}

/** Names that mean something else on every object: clients lose such keys, and careless programs run into them. */
export const hostileKey: DocumentRule = {
  codes: ['hostile-key'],
  for: 'any',
  check({ document, structure }, report) {
    if (!structure().hasHostileKey) return
    walk(document, '', 1, (pointer, _, key) => {
      if (key === undefined || !hostileKeys.has(key)) return true
      report(
        'hostile-key',
        pointer,
        `The key ${JSON.stringify(key)} means something else on every JavaScript object: clients drop it, and careless programs are attacked by it. Give it another name, or delete it.`,
      )
      return false
    })
  },
}

/** Walks through a document as long as the callback wants to go on below a value. */
function walk(
  value: Json,
  pointer: Pointer,
  depth: number,
  goesOn: (pointer: Pointer, depth: number, key: string | undefined, value: Json) => boolean,
  key?: string,
): void {
  if (!goesOn(pointer, depth, key, value) || typeof value !== 'object' || value === null) return
  for (const [name, item] of Object.entries(value)) {
    walk(item, child(pointer, name), depth + 1, goesOn, Array.isArray(value) ? undefined : name)
  }
}

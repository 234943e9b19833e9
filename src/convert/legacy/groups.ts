import { isEqualJson, isObject, type Json, type JsonObject, own } from '../../document/json.js'
import { child, escapeToken } from '../../document/pointer.js'
import { defaultsPointer, keysAt, themePath } from '../work.js'
import { type Draft, moved, type Slot, share, write } from './draft.js'
import { dropSuddenlyRead } from './unknown.js'

/** The values of one group of a theme by key, ready for the output. */
export type Group = Map<string, Slot>

/**
 * Writes a group that the target requires in `defaults`: there when all themes agree, else the first theme's
 * there and whole groups in the themes that differ, because clients reject a part of one.
 *
 * A key that some theme lacks never goes to `defaults`: that theme would inherit it.
 *
 * @param groups one for each theme, with a value for every required key
 * @param required the keys that the target asks for
 */
export function writeRequiredGroup(
  draft: Draft,
  name: string,
  groups: readonly Group[],
  required: ReadonlySet<string>,
): void {
  const [first] = groups
  if (first === undefined) return
  const output: JsonObject = {}
  draft.defaults[name] = output
  const pointer = `${defaultsPointer}/${name}`
  const shared: Group = new Map()
  for (const [key, slot] of first) {
    if (!required.has(key) && !groups.every((group) => group.has(key))) continue
    shared.set(key, slot)
    write(draft, output, key, pointer, slot)
  }
  groups.forEach((group, index) => {
    if (isSame(group, shared)) {
      if (index > 0) for (const [key, slot] of group) share(draft, slot, `${pointer}/${escapeToken(key)}`)
    } else writeGroup(draft, name, index, group)
  })
}

/** Writes a group that no target requires: to `defaults` when all themes agree, else to each theme that has it. */
export function writeOptionalGroup(draft: Draft, name: string, groups: readonly (Group | undefined)[]): void {
  const [first] = groups
  if (first !== undefined && groups.every((group) => group !== undefined && isSame(group, first))) {
    writeRequiredGroup(draft, name, groups as Group[], new Set())
    return
  }
  groups.forEach((group, index) => {
    if (group !== undefined) writeGroup(draft, name, index, group)
  })
}

function writeGroup(draft: Draft, name: string, index: number, group: Group): void {
  const theme = draft.themes[index]
  if (theme === undefined) return
  const output: JsonObject = {}
  theme.output[name] = output
  for (const [key, slot] of group) write(draft, output, key, `${theme.pointer}/${name}`, slot)
}

/** Whether two groups say the same, wherever they have it from. */
function isSame(a: Group, b: Group): boolean {
  if (a.size !== b.size) return false
  for (const [key, slot] of a) {
    const other = b.get(key)
    if (other === undefined || !isEqualJson(slot.value, other.value)) return false
  }
  return true
}

/** Fills a key of every group that lacks it with the first theme's value of it. */
export function inheritFromFirst(groups: readonly Group[], key: string): void {
  const slot = groups[0]?.get(key)
  if (slot === undefined) return
  for (const group of groups) {
    if (!group.has(key)) {
      group.set(key, {
        ...slot,
        action: 'fallback',
        reason: 'the theme has none of its own: as in the first theme',
      })
    }
  }
}

/** Takes the keys of a group that no step knows into it. */
export function readUnknownKeys(
  draft: Draft,
  group: Group,
  source: JsonObject,
  pointer: string,
  name: string,
  isKnown: (key: string) => boolean,
): void {
  const read = keysAt(draft.target, [...themePath, name])
  for (const key of Object.keys(source)) {
    if (isKnown(key)) continue
    const value = source[key] as Json
    const from = child(pointer, key)
    if (Object.hasOwn(read, key)) {
      dropSuddenlyRead(draft, key, value, from)
    } else group.set(key, moved(value, from, 'no client knows this key; it was kept'))
  }
}

/** A group of a legacy theme, when it is there. */
export function groupOf(theme: JsonObject, name: string): JsonObject | undefined {
  const value = own(theme, name)
  return isObject(value) ? value : undefined
}

import { localFile } from '../css/addresses.js'
import { allKeys, layersOf } from '../formats/known-keys.js'
import type { KeyNode, ShownAs } from '../generated/places.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { valueBelow } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import type { Resolution, ResolveOptions } from '../resolve/resolution.js'
import { resolveThemes } from '../resolve/resolve.js'
import { targetOf } from '../targets/index.js'
import { type ImageUse, slotOrder } from './judge.js'

/** The custom property with the background of the top bar. */
const TOPBAR = '--oc-color-swatch-brand-default'

/** Where each image of a theme file is shown, over all of its themes, by the path of the image. */
export function imageUses(document: unknown, options: ResolveOptions): Map<string, ImageUse[]> {
  const uses = new Map<string, ImageUse[]>()
  for (const resolution of resolveThemes(document, options)) {
    for (const { text, ...use } of usesOf(resolution)) {
      const path = localFile(text)
      if (path === undefined) continue
      uses.set(path, [...(uses.get(path) ?? []), use])
    }
  }
  return uses
}

interface Named extends ImageUse {
  readonly text: string
}

function* usesOf({ theme, choice, properties, values, target }: Resolution): Generator<Named> {
  if (theme === undefined) return
  const origins = new Map(values.map(({ pointer, origin }) => [pointer, origin]))
  const background = properties.find(({ name }) => name === TOPBAR)?.value
  const name = choice?.name
  const slots = slotsOf(targetOf(target === 'legacy' ? undefined : target).places)
  const behind = slots.find(({ slot }) => slot === 'background')
  const picture = behind && localFile(textAt(theme, behind.path) ?? '')
  for (const { path, slot } of slots) {
    const text = textAt(theme, path)
    if (text === undefined) continue
    const shown = `/${path.join('/')}`
    // Values of the branding file have no pointer in the theme file.
    const origin = origins.get(shown)
    const pointer = origin === undefined || origin.source !== 'file' ? '' : origin.pointer
    yield {
      text,
      slot,
      pointer,
      ...(name !== undefined && { theme: name }),
      ...(slot === 'topbar' && background !== undefined && { background }),
      ...(slot === 'login' && picture !== undefined && { over: picture }),
    }
  }
}

const slotsOfTables = new WeakMap<KeyNode, readonly Slot[]>()

/** A key of a merged theme that holds an image. */
interface Slot {
  readonly path: readonly string[]
  readonly slot: ShownAs
}

function slotsOf(places: KeyNode): readonly Slot[] {
  return getOrInsert(slotsOfTables, places, () => {
    const theme = layersOf(places).find(({ scope }) => scope === 'theme')?.node ?? {}
    const found = allKeys(theme).flatMap(({ path, node: { shownAs } }) =>
      shownAs === undefined ? [] : [{ path, slot: shownAs }],
    )
    return found.sort((one, other) => slotOrder.indexOf(one.slot) - slotOrder.indexOf(other.slot))
  })
}

function textAt(theme: JsonObject, path: readonly string[]): string | undefined {
  const value = valueBelow(theme, ...path)
  return typeof value === 'string' ? value : undefined
}

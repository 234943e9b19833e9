import { isObject, type Json, type JsonObject, own, ownObject } from '../document/json.js'
import { resolveThemes } from '../resolve/resolve.js'
import type { Resolution, ResolveOptions } from '../resolve/types.js'
import { localFile } from '../validate/addresses.js'
import type { ImageSlot, ImageUse } from './judge.js'

/** The custom property that the top bar is painted with. */
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

function* usesOf({ theme, choice, properties, values }: Resolution): Generator<Named> {
  if (theme === undefined) return
  const origins = new Map(values.map(({ pointer, origin }) => [pointer, origin]))
  const background = properties.find(({ name }) => name === TOPBAR)?.value
  const name = choice?.name
  const picture = localFile(textAt(theme, ['loginPage', 'backgroundImg']) ?? '')
  for (const { path, slot } of places) {
    const text = textAt(theme, path)
    if (text === undefined) continue
    const shown = `/${path.join('/')}`
    // What the branding gives has no place in the theme file.
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

const places: readonly { readonly path: readonly string[]; readonly slot: ImageSlot }[] = [
  { path: ['logo', 'topbar'], slot: 'topbar' },
  { path: ['logo', 'topbarSm'], slot: 'topbar' },
  { path: ['logo', 'login'], slot: 'login' },
  { path: ['logo', 'favicon'], slot: 'favicon' },
  { path: ['loginPage', 'backgroundImg'], slot: 'background' },
  { path: ['appBanner', 'icon'], slot: 'banner' },
  { path: ['common', 'logo'], slot: 'other' },
]

function textAt(theme: JsonObject, path: readonly string[]): string | undefined {
  const [group = '', key = ''] = path
  const object: JsonObject | undefined = ownObject(theme, group)
  const value: Json | undefined = isObject(object) ? own(object, key) : undefined
  return typeof value === 'string' ? value : undefined
}

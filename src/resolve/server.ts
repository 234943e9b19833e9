import { webSection } from '../formats/web-section.js'
import { type Pointer, parsePointer, valueBelow } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../json/value.js'
import type { Consumer } from '../targets/target.js'
import type { SourceName } from './resolution.js'

/** A document that the server merges. */
export interface SourceDocument {
  readonly source: SourceName
  readonly document: JsonObject
}

/** The document that reaches the client. */
export interface Served {
  readonly document: JsonObject
  /** The documents that it was merged from, highest first. */
  readonly sources: readonly SourceDocument[]
  /** The pointers in the branding file of values that the server wrote to another place, by that place. */
  readonly relocated: ReadonlyMap<Pointer, Pointer>
}

const nothingRelocated: ReadonlyMap<Pointer, Pointer> = new Map()

/**
 * Merges as the server does: its built-in values, the theme file over them, the branding file over both. A plain web
 * server, and servers before oCIS 6, serve the file as it is.
 */
export function serve(
  file: JsonObject,
  target: Consumer,
  served: 'ocis' | 'static',
  branding: JsonObject | undefined,
): Served {
  const fileSource: SourceDocument = { source: 'file', document: file }
  if (served === 'static') return { document: file, sources: [fileSource], relocated: nothingRelocated }
  const sources: SourceDocument[] = [fileSource]
  let document = file
  if (Object.keys(target.serverValues).length > 0) {
    sources.push({ source: 'server', document: target.serverValues })
    document = mergeObjects(target.serverValues, document)
  }
  if (branding === undefined || !target.readsBranding)
    return { document, sources, relocated: nothingRelocated }
  sources.unshift({ source: 'branding', document: branding })
  return brandThemes(
    { document: mergeObjects(document, branding), sources, relocated: nothingRelocated },
    target,
    branding,
  )
}

/** Merges objects by key; any other value, `""` and `null` too, replaces. Values of one document are shared with it. */
export function mergeDocuments(lower: Json | undefined, higher: Json): Json {
  return isObject(lower) && isObject(higher) ? mergeObjects(lower, higher) : higher
}

function mergeObjects(lower: JsonObject, higher: JsonObject): JsonObject {
  const merged: JsonObject = {}
  for (const key of Object.keys(lower)) setOwn(merged, key, lower[key] as Json)
  for (const key of Object.keys(higher))
    setOwn(merged, key, mergeDocuments(own(merged, key), higher[key] as Json))
  return merged
}

/** Writes an uploaded logo also into themes with a `logo` of their own, as the server of `ocis-next` does. */
function brandThemes(served: Served, target: Consumer, branding: JsonObject): Served {
  const uploaded = ownObject(ownObject(webSection(branding) ?? {}, 'defaults') ?? {}, 'logo') ?? {}
  const web = webSection(served.document)
  const themes = web && own(web, 'themes')
  const slots = target.brandingSlots.filter((slot) => Object.hasOwn(uploaded, slot))
  if (slots.length === 0 || !Array.isArray(themes)) return served
  const relocated = new Map<Pointer, Pointer>()
  const branded = themes.map((theme, index) => {
    const logo = isObject(theme) ? own(theme, 'logo') : undefined
    if (!isObject(theme) || !isObject(logo)) return theme
    for (const slot of slots) {
      relocated.set(`/clients/web/themes/${index}/logo/${slot}`, `/clients/web/defaults/logo/${slot}`)
    }
    const overlay = Object.fromEntries(slots.map((slot) => [slot, uploaded[slot] as Json]))
    return mergeObjects(theme, { logo: overlay })
  })
  return {
    ...served,
    document: mergeObjects(served.document, { clients: { web: { themes: branded } } }),
    relocated,
  }
}

/** A value in one of the documents that the server merged. */
export interface Place {
  readonly source: SourceName
  readonly pointer: Pointer
  readonly value: Json
}

/** The places of a served value, highest first. */
export function placesOf({ sources, relocated }: Served, pointer: Pointer): Place[] {
  const places: Place[] = []
  const keys = parsePointer(pointer)
  const from = relocated.get(pointer)
  for (const { source, document } of sources) {
    const isMoved = source === 'branding' && from !== undefined
    const value = valueBelow(document, ...(isMoved ? parsePointer(from) : keys))
    if (value !== undefined) places.push({ source, pointer: isMoved ? from : pointer, value })
  }
  return places
}

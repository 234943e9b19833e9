import type { TargetId } from '../generated/target-facts.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { JsonObject } from '../json/value.js'
import type { Releases } from './releases.js'
import type { Consumer, Target } from './target.js'

/** Makes a theme like the one that the server of a release ships, with colours of our own. */
export type ServerTheme = (consumer: Consumer) => JsonObject

/** Releases with the themes of their servers, which a conversion doesn't need. */
export interface ServedReleases<Known extends Consumer<TargetId> = Target<TargetId>> extends Releases<Known> {
  readonly serverTheme: ServerTheme
}

/** The same function, which makes each theme once. */
export function madeOnce(make: ServerTheme): ServerTheme {
  const themes = new WeakMap<Consumer, JsonObject>()
  return (consumer) => {
    return getOrInsert(themes, consumer, () => make(consumer))
  }
}

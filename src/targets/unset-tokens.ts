import { alsoReadByWeb7 } from './known-tokens.js'
import type { Target } from './target.js'
import { tokenPrefixes } from './token-prefixes.js'

/** The release in which the effects of tokens without a value were measured. */
export const measuredIn = 'ownCloud Web 12.5.0'

/** The facts about a client that tell what it paints where a theme leaves out a token. */
export interface Painting extends Pick<Target, 'paintedInstead' | 'withoutHover'> {
  /** The custom properties, without `--oc-`, that the client reads although the design system has no value for them. */
  readonly withoutDefault: readonly string[]
}

/** Seen in Web 7.1.3. */
export const paintingOfWeb7: Painting = {
  withoutDefault: alsoReadByWeb7,
  paintedInstead: {},
  withoutHover: [],
}

/** OpenCloud's design system has a value for every role that its client reads. */
export function paintingOf({ tokens, designTokens, paintedInstead, withoutHover }: Target): Painting {
  const read = Object.entries(tokenPrefixes).flatMap(([group, prefix]) =>
    [...(tokens[group]?.read ?? [])].map((token) => prefix + token),
  )
  const hasNoDefault = (name: string) => !Object.hasOwn(designTokens, name)
  return { withoutDefault: read.filter(hasNoDefault), paintedInstead, withoutHover }
}

/** The button that has no background when hovered without a custom property. */
export function buttonWithout({ withoutHover }: Painting, property: string): string | undefined {
  return withoutHover.find(({ group, hover }) =>
    hover.some((token) => `${tokenPrefixes[group]}${token}` === property),
  )?.button
}

import type { Consumer, Target } from './target.js'

/**
 * Targets in one, with the properties of the last that has them. Getters are kept, so that tables are loaded when they
 * are first used; a spread would load them all.
 */
export function joined<All extends Consumer>(...parts: readonly Partial<Target>[]): All {
  const properties = Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(part)))
  return Object.defineProperties({}, properties) as All
}

import { tokenValue } from './design-tokens.js'
import type { Target } from './target.js'

const designColors = new WeakMap<Target, Map<string, string | undefined>>()

/** As clients write the names of tokens that the design system has, none of which has digits. */
export function inKebabCase(token: string): string {
  return token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The name of the custom property that a token becomes, without what all of them start with. */
export function propertyOf({ properties }: Target, group: string, token: string): string {
  const rule = properties.store.find((each) => each.group === group)
  return (rule?.prefix ?? '') + (rule?.kebab === true ? inKebabCase(token) : token)
}

/** The design system's own colour of a token. */
export function designColor(target: Target, group: string, token: string): string | undefined {
  let colors = designColors.get(target)
  if (colors === undefined) {
    colors = new Map()
    designColors.set(target, colors)
  }
  const name = propertyOf(target, group, token)
  let value = colors.get(name)
  if (value === undefined && !colors.has(name)) {
    value = Object.hasOwn(target.designTokens, name) ? tokenValue(target.designTokens, name) : undefined
    colors.set(name, value)
  }
  return value
}

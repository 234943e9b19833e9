import { getOrInsert } from '../json/get-or-insert.js'
import { tokenValue } from './design-tokens.js'
import type { Target } from './target.js'

const designColors = new WeakMap<Target, Map<string, string | undefined>>()

/** A name in kebab case. lodash, which OpenCloud uses, also splits digits off, but no token of the design system has any. */
export function inKebabCase(name: string): string {
  const spaced = name.replace(/([a-z])(?=[A-Z])/g, '$1-').replace(/[^a-z\d]+/gi, '-')
  return spaced.replace(/^-|-$/g, '').toLowerCase()
}

/** The custom property of a token, without `--oc-`. */
export function propertyOf({ properties }: Target, group: string, token: string): string {
  const rule = properties.store.find((each) => each.group === group)
  return (rule?.prefix ?? '') + (rule?.kebab === true ? inKebabCase(token) : token)
}

/** The colour that the design system has for a token; `undefined` if it has none. */
export function designColor(target: Target, group: string, token: string): string | undefined {
  const colors = getOrInsert(designColors, target, () => new Map())
  const name = propertyOf(target, group, token)
  let value = colors.get(name)
  if (value === undefined && !colors.has(name)) {
    value = Object.hasOwn(target.designTokens, name) ? tokenValue(target.designTokens, name) : undefined
    colors.set(name, value)
  }
  return value
}

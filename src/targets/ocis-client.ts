import type { ChoiceRules, MergeRules, PropertyGroup, PropertyRules } from './target.js'
import { tokenPrefixes } from './token-prefixes.js'

/** The groups of tokens with the prefixes of their custom properties; seen in Web 5.0 and later. */
export const propertyGroups: readonly PropertyGroup[] = /* @__PURE__ */ (() =>
  Object.entries(tokenPrefixes).map(([group, prefix]) => ({ group, prefix })))()

/** Seen from Web 8.0 on: the start sets `--oc-space-*`, the store `--oc-spacing-*`, which nothing reads. */
export const ocisProperties: PropertyRules = /* @__PURE__ */ (() => ({
  start: propertyGroups,
  store: propertyGroups.map((each) => (each.group === 'spacing' ? { ...each, prefix: 'spacing-' } : each)),
  fallbacks: [],
}))()

/** The fonts that Web 7.1 to 12.5 loads. */
export const ocisFonts: readonly string[] = ['Inter']

/** Seen in Web 8.0 to 12.5. */
export const ocisMerge: MergeRules = { common: 'group', lists: 'concatenate', keepsInheritedNames: true }

/** Seen in the servers of oCIS 3 to 8. */
export const ocisUploadFormats: readonly string[] = ['jpg', 'jpeg', 'png', 'gif']

/** Seen in Web 9.0 and later. */
export const ocisChoice: ChoiceRules = { titleKey: 'name', unknownStored: 'system' }

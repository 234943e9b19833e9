import type { ChoiceRules, Family, MergeRules, PropertyGroup, PropertyRules } from './target.js'

export const ownCloudWeb: Family = { product: 'ownCloud Web', generation: 'current' }

const groups: readonly PropertyGroup[] = [
  { group: 'breakpoints', prefix: 'breakpoint-' },
  { group: 'colorPalette', prefix: 'color-' },
  { group: 'fontSizes', prefix: 'font-size-' },
  { group: 'sizes', prefix: 'size-' },
]

/** Seen from Web 8.0 on: the store says `--oc-spacing-*`, which nothing reads, where the start says `--oc-space-*`. */
export const ocisProperties: PropertyRules = /* @__PURE__ */ (() => ({
  start: [...groups, { group: 'spacing', prefix: 'space-' }],
  store: [...groups, { group: 'spacing', prefix: 'spacing-' }],
  fallbacks: [],
}))()

/** Seen in Web 8.0 to 12.5. */
export const ocisMerge: MergeRules = { common: 'group', lists: 'concatenate', keepsInheritedNames: true }

/** Seen in the servers of oCIS 3 to 8. */
export const ocisUploadFormats: readonly string[] = ['jpg', 'jpeg', 'png', 'gif']

/** Seen in Web 9.0 and later. */
export const ocisChoice: ChoiceRules = { titleKey: 'name', unknownStored: 'system' }

import type { RuleCode } from '../findings/catalogue.js'
import type { Generation } from '../formats/generations.js'
import type { Validator } from '../formats/schema-findings.js'
import type { KeyNode, Place } from '../generated/places.js'
import type { Pointer } from '../json/pointer.js'
import type { Json, JsonObject } from '../json/value.js'
import type { ButtonWithoutHover, PaintedPair } from './contrast-pairs.js'
import type { DesignTokens } from './design-tokens.js'
import type { TokenGroups } from './known-tokens.js'

/** The modes of themes that clients distinguish. */
export type ThemeMode = 'regular' | 'vault'

/** How the client merges the parts of a file into a theme. */
export interface MergeRules {
  /**
   * How the root's `common` is merged below `defaults` and the theme: as the group `common` of a theme, which a `common`
   * in `defaults` replaces as a whole; or flat, key by key beside the theme's own keys.
   */
  readonly common: 'group' | 'flat'
  /** How two lists at the same place are merged. */
  readonly lists: 'concatenate' | 'replace'
  /**
   * Whether the merge keeps a key with a name that every object inherits (such as `constructor`) if both `defaults` and
   * the theme have its group. In all other cases clients drop such keys.
   */
  readonly keepsInheritedNames: boolean
}

/** How the client chooses the theme to show. */
export interface ChoiceRules {
  /** The key by which the user's choice of a theme is stored. */
  readonly titleKey: 'name' | 'label'
  /** Whether the merged value of that key counts: a theme without one then has the name of the product. */
  readonly isTitleMerged?: true
  /** The theme for a stored name that no theme has: the first one, or the one that fits the system. */
  readonly unknownStored: 'first' | 'system'
}

/** A group of design tokens that becomes custom properties. */
export interface PropertyGroup {
  readonly group: string
  /** The text between `--oc-` and the key of the token. */
  readonly prefix: string
  /** Whether the key is written in kebab case. */
  readonly kebab?: boolean
}

/** Custom properties that have the values of other tokens if a token isn't set. */
export interface PropertyFallback {
  readonly group: string
  readonly token: string
  /** Custom properties (without `--oc-`), each with the token of the same group whose value it has. */
  readonly properties: Readonly<Record<string, string>>
}

/** The custom properties that the client sets on `:root`. */
export interface PropertyRules {
  /** The groups that are set once, when the client starts. */
  readonly start: readonly PropertyGroup[]
  /** The groups that are set whenever a theme is shown. */
  readonly store: readonly PropertyGroup[]
  readonly fallbacks: readonly PropertyFallback[]
}

/** A value that each merged theme needs, although the client's check doesn't require it. */
export interface Need {
  /** The keys that lead to the value in a merged theme. */
  readonly path: readonly string[]
  /**
   * For a client that checks layers before it merges them: the pointers of the groups of a document that need the value and
   * lack it. `otherwise` is a whole sentence then.
   */
  readonly lackingIn?: (document: JsonObject) => readonly Pointer[]
  readonly code: RuleCode
  /** The effect without it, and since which release. */
  readonly otherwise: string
  /** The value that a conversion adds if a theme lacks it. */
  readonly standIn?: Json
}

/** A value of earlier releases that clients of this target no longer read. */
export interface GoneKey {
  readonly place: Place
  readonly reason: string
}

/** Releases of one product, whose clients read files of the same shape. */
export interface Family {
  readonly product: string
  /** The generation that its clients read. */
  readonly generation: Generation
  /** What its clients show if they reject a theme. */
  readonly shownInstead: string
}

/**
 * What the server and the client of a release do with a file, as far as resolving needs it. Apart from the rest, so that
 * bundles that only resolve don't have the facts about keys and tokens.
 */
export interface Consumer<Id extends string = string> {
  readonly id: Id
  readonly family: Family
  /** The usual name of the server release. */
  readonly title: string
  /** The client releases that the target covers. */
  readonly clients: string
  /** The compiled schema: the client's own check at load. */
  readonly check: Validator
  /** The keys of the schema; the client ignores all others. */
  readonly places: KeyNode
  readonly merge: MergeRules
  readonly choice: ChoiceRules
  readonly properties: PropertyRules
  /** The values of the design system, as far as they are known. */
  readonly designTokens: DesignTokens
  /** The modes that the client knows; themes of the mode `vault` don't show on its normal pages. */
  readonly modes: readonly ThemeMode[]
  /** Values that the server adds below the theme file before it serves it. */
  readonly serverValues: JsonObject
  /** Whether the server merges `_branding/theme.json` into the theme. */
  readonly readsBranding: boolean
  /** The slots in which the server writes an uploaded logo also over the `logo` of single themes. */
  readonly brandingSlots: readonly string[]
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
  /** The keys of `logo` in the defaults that the upload writes the path to; none if `logo` itself is the path. */
  readonly uploadSlots: readonly string[]
  /** What the login page of the server's theme has besides its background. */
  readonly shippedLogin?: JsonObject
  /** Whether the server ships themes with a `logo` of their own, which hides an uploaded one. */
  readonly shipsOwnLogos: boolean
}

/**
 * Releases that read the same format, as data: everything that differs between releases of the client and its server. A
 * new release is a new target, its schema and its fixtures.
 *
 * Targets are created in functions marked as pure, so that bundlers drop them, with their schemas, from programs that
 * only detect the generation of a file. Large tables are given by getters, so that the command loads only those that
 * it uses.
 */
export interface Target<Id extends string = string> extends Consumer<Id> {
  /**
   * The address of the schema for editors, in this release of the package. With `.strict.json` in place of `.json` it is
   * the schema that also reports keys that the client doesn't read.
   */
  readonly schema: string
  /** The tokens that the client reads, by group. */
  readonly tokens: TokenGroups
  /** The colours that the client paints on each other. */
  readonly painted: readonly PaintedPair[]
  /** The font families that the client loads. */
  readonly fonts: readonly string[]
  /** Buttons without a hover background if a theme leaves out tokens that have no default. */
  readonly withoutHover: readonly ButtonWithoutHover[]
  /** The custom properties, without `--oc-`, that are painted instead of those that are not set and have no default. */
  readonly paintedInstead: Readonly<Record<string, string>>
  /** What each theme needs after the merge. */
  readonly needs: readonly Need[]
  /** Whether names of themes must be unique in the whole file, or among the themes of one mode. */
  readonly uniqueNames: 'document' | 'mode'
  /** The file extensions that the logo upload accepts; none if they aren't known. */
  readonly uploadFormats: readonly string[]
  /** Whether the server reads a theme before it serves it, so that one with a byte-order mark counts as empty. */
  readonly serverReadsThemes: boolean
  /** Whether the server's built-in login page shows `'/' + common.logo`. */
  readonly loginPageShowsLogo: boolean
  /** Whether that page also shows a path with a leading slash and a full address. */
  readonly loginPageTakesAddresses: boolean
  /** Whether the background loads from a path without a leading slash; one with a slash loads in every release. */
  readonly loadsRelativeBackground: boolean
  /** Whether the server's default content security policy blocks images from other hosts. */
  readonly blocksForeignImages: boolean
  /** The path below which the server serves files of the assets folder; `''` for the whole folder. */
  readonly servedAssets: string
  /** The folder of the images that are built into the server. A file of the assets folder hides the one of its path. */
  readonly builtInAssets: string
  /** The images that are built into the server, and in no folder of the instance: their paths in `builtInAssets`. */
  readonly builtInImages: readonly string[]
  /** Keys that earlier releases read and this one doesn't. */
  readonly gone: readonly GoneKey[]
  /** The role of row borders, for clients with roles. */
  readonly rowBorder?: 'surfaceContainerHighest' | 'outlineVariant'
  /** The shipped images of dark themes, by place. */
  readonly darkImages?: Readonly<Record<string, string>>
  /** Whether converted themes keep their names or get readable ones, unless the caller says so. */
  readonly themeNames: 'keep' | 'readable'
}

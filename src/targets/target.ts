import type { DiagnosticCode } from '../findings/catalogue.js'
import type { Generation } from '../formats/generations.js'
import type { Validator } from '../formats/schema-findings.js'
import type { KeyNode, Place } from '../generated/places.js'
import type { Json, JsonObject } from '../json/value.js'
import type { ButtonWithoutHover, PaintedPair } from './contrast-pairs.js'
import type { DesignTokens } from './design-tokens.js'
import type { TokenGroups } from './known-tokens.js'

/** The kinds of themes that a client tells apart. */
export type ThemeMode = 'regular' | 'vault'

/** How the client merges the parts of a file into the theme that it shows. */
export interface MergeRules {
  /**
   * Where the root's `common` comes in, below `defaults` and the theme: as the group `common` of a theme, where
   * a `common` in `defaults` replaces it as a whole, or key by key beside the theme's own keys.
   */
  readonly common: 'group' | 'flat'
  /** What becomes of two lists at the same place. */
  readonly lists: 'concatenate' | 'replace'
  /**
   * Whether a key with a name that every object inherits (such as `constructor`) survives the merge where both
   * `defaults` and the theme have its group. Everywhere else clients drop such keys.
   */
  readonly keepsInheritedNames: boolean
}

/** How the client picks the theme to show. */
export interface ChoiceRules {
  /** The key of a theme that a user's choice is stored by. */
  readonly titleKey: 'name' | 'label'
  /** Whether that key counts after the merge, where a theme without one has the name of the product. */
  readonly isTitleMerged?: true
  /** What happens when no theme has the stored name. */
  readonly unknownStored: 'first' | 'system'
}

/** A group of design tokens that becomes custom properties. */
export interface PropertyGroup {
  readonly group: string
  /** What stands between `--oc-` and the token's key. */
  readonly prefix: string
  /** Whether the key is turned into kebab case. */
  readonly kebab?: boolean
}

/** Custom properties that other tokens give when a token isn't set. */
export interface PropertyFallback {
  readonly group: string
  readonly token: string
  /** Custom properties (without `--oc-`) by the token of the same group that gives them. */
  readonly properties: Readonly<Record<string, string>>
}

/** The custom properties that the client sets on `:root`. */
export interface PropertyRules {
  /** Set once when the client starts. */
  readonly start: readonly PropertyGroup[]
  /** Set whenever a theme is shown. */
  readonly store: readonly PropertyGroup[]
  readonly fallbacks: readonly PropertyFallback[]
}

/** A value that each theme needs once everything is merged, though the client's check doesn't ask for it. */
export interface Need {
  /** The keys that lead to the value in a merged theme. */
  readonly path: readonly string[]
  readonly code: DiagnosticCode
  /** What happens without it, and since which release. */
  readonly otherwise: string
  /** What a conversion puts into `defaults` where a theme lacks it. */
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
}

/**
 * A generation of consumers, as data: everything that differs between releases of the client and its server.
 * A new release is a new target, its schema and its fixtures, and nothing else.
 *
 * Targets are made in functions marked as pure, so that bundlers leave them out, schemas included, for those who
 * only ask which generation a file is of.
 */
export interface Target<Id extends string = string> {
  readonly id: Id
  readonly family: Family
  /** The usual name of the server release. */
  readonly title: string
  /** The client releases that the target covers. */
  readonly clients: string
  /**
   * The address of the schema for editors, in this release of the package. With `.strict.json` at its end, it is that of
   * the schema that also reports keys which the client does not read.
   */
  readonly schema: string
  /** The compiled schema: the client's own check at load. */
  readonly check: Validator
  /** What each key is that the schema knows; all others are ignored by the client. */
  readonly places: KeyNode
  readonly merge: MergeRules
  readonly choice: ChoiceRules
  readonly properties: PropertyRules
  /** The values of the design system, where they are known. */
  readonly designTokens: DesignTokens
  /** The tokens that the client reads, by group. */
  readonly tokens: TokenGroups
  /** The colours that the client paints on each other. */
  readonly painted: readonly PaintedPair[]
  /** The families of letters that the client brings along. */
  readonly fonts: readonly string[]
  /** Buttons that lose their background under the pointer where a theme leaves out tokens that have no default. */
  readonly withoutHover: readonly ButtonWithoutHover[]
  /** What each theme needs after the merge. */
  readonly needs: readonly Need[]
  /** The kinds of themes there are; a client that knows `vault` leaves such themes out of the normal pages. */
  readonly modes: readonly ThemeMode[]
  /** Whether names of themes must differ in the whole file, or among the themes of one mode. */
  readonly uniqueNames: 'document' | 'mode'
  /** Values that the server adds below the theme file before it serves it. */
  readonly serverValues: JsonObject
  /** Whether the server lays `_branding/theme.json` over the theme. */
  readonly readsBranding: boolean
  /** Slots that an uploaded logo also takes in themes with a `logo` of their own. */
  readonly brandingSlots: readonly string[]
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
  /** The keys of the defaults' `logo` that the upload writes the path to; none where the logo itself is the path. */
  readonly uploadSlots: readonly string[]
  /** How the names of files may end that the logo upload takes; none where there is no upload. */
  readonly uploadFormats: readonly string[]
  /** Whether the server reads a theme before it serves it, and takes one with a byte-order mark for an empty one. */
  readonly serverReadsThemes: boolean
  /** Whether the server's built-in login page shows `'/' + common.logo`. */
  readonly loginPageShowsLogo: boolean
  /** Whether that page takes a path with a leading slash and a full address as they are. */
  readonly loginPageTakesAddresses: boolean
  /**
   * Whether the background of the login page loads from a path without a leading slash; one with a slash does in every
   * release.
   */
  readonly loadsRelativeBackground: boolean
  /** Whether the server's default content security policy blocks images from other hosts. */
  readonly blocksForeignImages: boolean
  /** The path below which the server serves files of an instance; `''` for all of its assets folder. */
  readonly servedAssets: string
  /** Makes a theme as the server brings it along, with colours of our own; `serverTheme` keeps it. */
  readonly themeOfServer: (target: Target) => JsonObject
  /** Whether the theme that the server brings along has themes with a logo of their own, which hide an uploaded one. */
  readonly shipsOwnLogos: boolean
  /** The path below which the server has images of its own, which are in no folder of the instance. */
  readonly builtInAssets: string
  /** Keys that earlier releases read and this one doesn't. */
  readonly gone: readonly GoneKey[]
  /** The role that borders of rows are drawn in; nothing where colours are those of the palette. */
  readonly rowBorder?: 'surfaceContainerHighest' | 'outlineVariant'
  /** The images that dark themes have in place of the shipped ones. */
  readonly darkImages?: Readonly<Record<string, string>>
  /** What a converted theme is called unless the caller says otherwise. */
  readonly themeNames: 'keep' | 'readable'
}

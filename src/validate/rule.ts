import type { RuleCode, Severity } from '../findings/catalogue.js'
import type { RelatedPlace } from '../findings/diagnostic.js'
import type { KnownKeys } from '../formats/known-keys.js'
import type { ValueKind } from '../generated/places.js'
import type { TargetId } from '../generated/target-facts.js'
import type { Pointer } from '../json/pointer.js'
import type { Structure } from '../json/structure.js'
import type { JsonObject } from '../json/value.js'
import type { Releases } from '../targets/releases.js'
import type { Target } from '../targets/target.js'
import type { AssetFolder } from './asset-folder.js'
import type { Missing, MissingPlaces } from './missing.js'

/** A document as the rules see it. */
export interface Subject {
  readonly document: JsonObject
  /** The document as it reaches the client; merged only on demand. */
  readonly served: () => JsonObject
  /** The document with the groups of the server that it lacks as a whole. */
  readonly reaching: JsonObject
  readonly target: Target<TargetId>
  /** All releases that are known. */
  readonly releases: Releases
  /** The keys that are known in such a document. */
  readonly keys: KnownKeys
  /** Whether the target's own check accepts the document as it reaches the client. */
  readonly isAccepted: boolean
  /** Whether the document is rejected only because it lacks the `common` to which the server adds values. */
  readonly lacksCommon: boolean
  /** `clients.web.defaults` of an accepted document, else empty. */
  readonly defaults: JsonObject
  /** `clients.web.themes` of an accepted document, else empty. */
  readonly themes: readonly JsonObject[]
  /** Facts about the structure of the document; computed only on demand. */
  readonly structure: () => Structure
  /** The text of the document, if it was given. */
  readonly text: string | undefined
  /** Whether there are parts of another generation too, which is a finding of its own. */
  readonly isMixed: boolean
  /** The branding file and the theme that the document was merged from; `undefined` for a theme. */
  readonly branding: { readonly document: JsonObject; readonly base: JsonObject } | undefined
  readonly assets: AssetFolder | undefined
  /** Whether the target's own server serves the file, and not a plain web server. */
  readonly isBehindServer: boolean
  /** The values that the findings so far report as missing. */
  readonly missing: MissingPlaces
}

/** The setting of each rule: `off`, or the severity of its findings instead of the usual one. */
export type RuleSettings = Partial<Record<RuleCode, Severity | 'off'>>

/** Adds a finding, unless the caller switched it off. */
export type Report = (
  code: RuleCode,
  pointer: Pointer,
  message: string,
  related?: RelatedPlace[],
  missing?: Missing,
) => void

/** A rule about the document as a whole. */
export interface DocumentRule {
  readonly codes: readonly RuleCode[]
  /** Rules with lower ranks run first. */
  readonly rank: number
  /** Whether pages break if the rule is violated, so that it also runs with `rules: 'off'`. */
  readonly isNeeded?: true
  /** Whether it runs for every document, or only for those that the target's own check accepts. */
  readonly for: 'any' | 'accepted'
  check(subject: Subject, report: Report): void
}

/** The client and the server of a file. Of the assets, a rule about strings asks only whether they are known. */
export type Circumstances = Pick<Subject, 'target' | 'isBehindServer' | 'assets'>

/**
 * A rule about single strings, independent of the rest of the document: for one client and server, a string is either
 * always valid or never.
 */
export interface ValueRule {
  readonly code: RuleCode
  /** Each string gets one finding at most, that of the rule with the lowest rank. */
  readonly rank: number
  readonly kinds: readonly ValueKind[]
  /** Whether the rule applies to a client and server; to all unless given. */
  concerns?(circumstances: Circumstances): boolean
  /** Whether the rule is about the purpose of a group of tokens, so that it skips tokens of other groups. */
  readonly isOfItsGroup?: true
  /** The message about an invalid string; `undefined` for a valid one. */
  check(text: string, kind: ValueKind, target: Target): string | undefined
}

/** All kinds of images. */
export const imageKinds = ['image', 'common-logo', 'background', 'banner-icon'] as const satisfies ValueKind[]

/** All kinds of design tokens. */
export const tokenKinds = ['color', 'length', 'font'] as const satisfies ValueKind[]

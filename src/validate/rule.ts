import type { DiagnosticCode, Severity } from '../findings/catalogue.js'
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
  /** The document with the groups that the server adds where the file has none. */
  readonly reaching: JsonObject
  readonly target: Target<TargetId>
  /** All releases that are known. */
  readonly releases: Releases
  /** The keys that are known in such a document. */
  readonly keys: KnownKeys
  /** Whether the target's own check accepts the document as it reaches the client. */
  readonly isAccepted: boolean
  /** Whether it would, if the server added nothing to a `common` that is not there. */
  readonly lacksCommon: boolean
  /** `clients.web.defaults` and its themes, where the document is accepted. */
  readonly defaults: JsonObject
  readonly themes: readonly JsonObject[]
  /** What a walk through the document counts; counted only on demand. */
  readonly structure: () => Structure
  /** The text, where there is one. */
  readonly text: string | undefined
  /** Whether there are parts of another generation too, which is a finding of its own. */
  readonly isMixed: boolean
  /** The branding file whose merge with a theme the document is, and that theme; `undefined` for a theme. */
  readonly branding: { readonly document: JsonObject; readonly base: JsonObject } | undefined
  readonly assets: AssetFolder | undefined
  /** Whether the target's own server serves the file, and not a plain web server. */
  readonly isBehindServer: boolean
  /** What is missing after the findings so far. */
  readonly missing: MissingPlaces
}

/** What becomes of the findings of rules: `off`, or a severity other than their own. */
export type RuleSettings = Partial<Record<DiagnosticCode, Severity | 'off'>>

/** Adds a finding, unless the caller switched it off. */
export type Report = (
  code: DiagnosticCode,
  pointer: Pointer,
  message: string,
  related?: RelatedPlace[],
  missing?: Missing,
) => void

/** A rule about the document as a whole. */
export interface DocumentRule {
  readonly codes: readonly DiagnosticCode[]
  /** Rules with lower ranks run first. */
  readonly rank: number
  /** Whether pages break without it, so that it also runs where the rules are off. */
  readonly isNeeded?: true
  /** For every document, or only for those that the target's own check accepts. */
  readonly for: 'any' | 'accepted'
  check(subject: Subject, report: Report): void
}

/** Who reads and serves a file. */
export type Circumstances = Pick<Subject, 'target' | 'isBehindServer'>

/**
 * A rule about single texts, which looks at nothing else: under the same circumstances, a text that is fine is fine
 * everywhere.
 */
export interface ValueRule {
  readonly code: DiagnosticCode
  /** Each text gets one finding at most, that of the rule with the lowest rank. */
  readonly rank: number
  readonly kinds: readonly ValueKind[]
  /** Whether the rule is about such circumstances at all; about any unless given. */
  concerns?(circumstances: Circumstances): boolean
  /** Whether the rule means what its group is for, so that it skips tokens of other groups. */
  readonly isOfItsGroup?: true
  /** What is wrong with the text and what to do, or `undefined`. */
  check(text: string, kind: ValueKind, target: Target): string | undefined
}

/** All kinds of images. */
export const imageKinds = ['image', 'common-logo', 'background', 'banner-icon'] as const satisfies ValueKind[]

/** All kinds of design tokens. */
export const tokenKinds = ['color', 'length', 'font'] as const satisfies ValueKind[]

import type { Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'

/** A change to one of the example themes. */
export interface Change {
  readonly at: Pointer
  /** What stands there; without it, the key is left out. */
  readonly value?: Json
}

/** The example theme for oCIS 8 with a change. */
export interface ChangedTheme {
  readonly change: Change
}

/** What there is to know about one kind of finding. */
export interface Description<Example> {
  /** What happens to those who leave it so. */
  readonly why: string
  /** The first release that it concerns. */
  readonly since: string
  readonly wrong: Example
  readonly right: Example
}

/** What there is to know about some kinds of findings; apart from what raises them, so that bundles can drop it. */
export type Descriptions<Kinds, Example> = Readonly<Record<keyof Kinds, Description<Example>>>

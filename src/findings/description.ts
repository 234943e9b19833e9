import type { Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'

/** A change to one of the example themes. */
export interface Change {
  readonly at: Pointer
  /** The new value; without it, the key is left out. */
  readonly value?: Json
}

/** The example theme for oCIS 8 with a change. */
export interface ChangedTheme {
  readonly change: Change
}

/** The explanation of one kind of finding. */
export interface DescriptionOf<Example> {
  /** The effect if nothing is done. */
  readonly why: string
  /** The first release that it concerns. */
  readonly since: string
  readonly wrong: Example
  readonly right: Example
}

/** The explanations of some kinds of findings; apart from the checks, so that bundles can drop them. */
export type Descriptions<Kinds, Example> = Readonly<Record<keyof Kinds, DescriptionOf<Example>>>

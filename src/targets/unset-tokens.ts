import type { TargetId } from '../generated/target-facts.js'
import { insteadInWeb12 } from './contrast-pairs.js'
import { alsoReadByWeb8, alsoReadByWeb9, alsoReadByWeb12 } from './known-tokens.js'

/** What pages paint where a theme leaves out a token for which the design system has no value. */
export interface PaintedInstead {
  /** The custom property that the client's CSS falls back to, without `--oc-`. */
  readonly property?: string
  /** The effect, where there is no other property. */
  readonly effect?: string
}

/** The custom properties, without `--oc-`, that a client reads although the design system has no value for them. */
export type WithoutDefault = Readonly<Record<string, PaintedInstead>>

const unmeasured = (names: readonly string[]): WithoutDefault =>
  Object.fromEntries(names.map((name) => [name, {}]))

/** The release in which the effects were measured. */
export const measuredIn = 'ownCloud Web 12.5.0'

/** What pages paint without the others was not measured. */
const measured: WithoutDefault = /* @__PURE__ */ (() => {
  const primary = { effect: 'hovered primary buttons have no background' }
  return {
    ...Object.fromEntries(Object.entries(insteadInWeb12).map(([name, property]) => [name, { property }])),
    'color-swatch-primary-muted-hover': primary,
    'color-swatch-primary-gradient-hover': primary,
    'color-swatch-passive-hover-outline': { effect: 'hovered outlined buttons have no background' },
  }
})()

/** Seen in Web 7.1.3. */
const ofWeb7 = /* @__PURE__ */ (() =>
  unmeasured([...alsoReadByWeb8.filter((name) => name !== 'size-tiles-actual'), 'color-icon-default']))()
const ofWeb9 = /* @__PURE__ */ unmeasured(alsoReadByWeb9)
const ofWeb12 = /* @__PURE__ */ (() => ({ ...unmeasured(alsoReadByWeb12), ...measured }))()

/** By client. OpenCloud's design system has a value for everything that its client reads. */
export const withoutDefault: Readonly<Partial<Record<TargetId | 'legacy', WithoutDefault>>> =
  /* @__PURE__ */ (() => ({
    legacy: ofWeb7,
    'ocis-5': unmeasured(alsoReadByWeb8),
    'ocis-6': ofWeb9,
    'ocis-7': ofWeb9,
    'ocis-8': ofWeb12,
    'ocis-next': ofWeb12,
  }))()

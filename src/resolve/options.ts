import {
  aBoolean,
  aDocument,
  aString,
  assertOptions,
  checkThat,
  type OptionChecks,
  oneOf,
} from '../findings/assert-options.js'
import { roles } from '../formats/roles.js'
import { webOptionsCheck } from '../formats/web-options.js'
import type { ResolveOptions } from './resolution.js'

/** The check of each option; that a target exists is checked where it is looked up. */
const optionChecks: OptionChecks<ResolveOptions> = /* @__PURE__ */ (() => ({
  target: aString,
  theme: checkThat(
    (value) => typeof value === 'string' || (Number.isInteger(value) && (value as number) >= 0),
    'the name of a theme or its index from 0 on',
  ),
  stored: aString,
  prefers: oneOf('light', 'dark'),
  mode: oneOf('regular', 'vault'),
  served: oneOf('ocis', 'static'),
  branding: aDocument('the parsed branding document'),
  webOptions: webOptionsCheck,
  provenance: aBoolean,
  properties: aBoolean,
  as: oneOf(...roles),
  base: aDocument('the parsed theme that the branding is merged into'),
}))()

/** @throws TypeError for options that are unknown, of the wrong type, or contradict each other */
export function checkOptions(options: ResolveOptions): void {
  assertOptions(options, optionChecks)
  if (options.as === 'branding' && options.branding !== undefined)
    throw new TypeError('The document is the branding itself: leave out the option "branding".')
}

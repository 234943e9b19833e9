import { checkRole } from '../formats/roles.js'
import { checkWebOptions } from '../formats/web-options.js'
import { isObject } from '../json/value.js'
import type { ResolveOptions } from './resolution.js'

/** @throws TypeError for options that can't be */
export function checkOptions(options: ResolveOptions): void {
  const oneOf = (name: keyof ResolveOptions, allowed: readonly unknown[]) => {
    const value = options[name]
    if (value !== undefined && !allowed.includes(value)) {
      throw new TypeError(
        `The option "${name}" must be one of ${allowed.join(', ')}, not ${JSON.stringify(value)}.`,
      )
    }
  }
  oneOf('prefers', ['light', 'dark'])
  oneOf('mode', ['regular', 'vault'])
  oneOf('served', ['ocis', 'static'])
  oneOf('provenance', [true, false])
  oneOf('properties', [true, false])
  checkWebOptions(options.webOptions)
  const { theme, branding, as, base } = options
  checkRole(as)
  if (theme !== undefined && typeof theme !== 'string' && typeof theme !== 'number') {
    throw new TypeError('The option "theme" must be the name of a theme or its place in the list.')
  }
  if (branding !== undefined && !isObject(branding)) {
    throw new TypeError('The option "branding" must be the parsed branding document.')
  }
  if (base !== undefined && !isObject(base)) {
    throw new TypeError('The option "base" must be the parsed theme that the branding is laid over.')
  }
  if (as === 'branding' && branding !== undefined) {
    throw new TypeError('The document is the branding itself: leave out the option "branding".')
  }
}

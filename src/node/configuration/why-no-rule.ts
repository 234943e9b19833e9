import { catalogue, type DiagnosticCode } from '../../findings/catalogue.js'
import { nearest } from '../../findings/nearest.js'
import { quoted } from '../../json/quoted.js'
import { changeableCodes } from './configuration-keys.js'

/** Why the severity of a finding can't be set, with the most similar code; `undefined` where it can. */
export function whyNoRule(code: string): string | undefined {
  if (isChangeable(code)) return undefined
  if (Object.hasOwn(catalogue, code)) return fixed(code)
  const guess = nearest(code, changeableCodes) ?? nearest(code, Object.keys(catalogue))
  return `Unknown rule ${quoted(code)}. ${cureFor(guess)}`
}

function cureFor(guess: string | undefined): string {
  if (guess === undefined) return '"theme-convert explain" lists them all.'
  return isChangeable(guess) ? `Did you mean ${quoted(guess)}?` : fixed(guess)
}

const isChangeable = (code: string) => changeableCodes.has(code as DiagnosticCode)
const fixed = (code: string) => `The finding ${code} can't be switched off or raised.`

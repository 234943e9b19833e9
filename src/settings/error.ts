import { PlainError } from '../json/plain-error.js'
/** Settings can't be read. The message names the file, the reason and the cure. */
export class SettingsError extends PlainError {
  override readonly name = 'SettingsError'
}

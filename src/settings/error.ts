/** Settings that can't be read as they stand; the message says which file, what it is, and what to give instead. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

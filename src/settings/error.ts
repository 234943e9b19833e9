/** Settings can't be read. The message names the file, the reason and the cure. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

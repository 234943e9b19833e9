/** The three settings of the old web configuration that became part of the theme with oCIS 5. */
export interface WebOptions {
  imprintUrl?: string
  privacyUrl?: string
  accessDeniedHelpUrl?: string
}

const names = ['imprintUrl', 'privacyUrl', 'accessDeniedHelpUrl'] as const

/**
 * Checks what a caller passed.
 *
 * @throws TypeError for anything but texts
 */
export function checkWebOptions(webOptions: WebOptions | undefined): void {
  if (webOptions === undefined) return
  if (typeof webOptions !== 'object' || webOptions === null) {
    throw new TypeError('The option "webOptions" must be an object.')
  }
  for (const name of names) {
    const value: unknown = webOptions[name]
    if (value !== undefined && typeof value !== 'string') {
      throw new TypeError(`The option "webOptions.${name}" must be a string, not ${JSON.stringify(value)}.`)
    }
  }
}

import { isObject, type JsonObject, own } from '../json/value.js'

/** The theme that legacy clients showed unless the system preferred dark ones. */
export const LIGHT_KEY = 'default'
/** The theme that legacy clients (Web 5.0 to 7.1) showed if the system preferred dark ones. */
export const DARK_KEY = 'default-dark'

/**
 * Whether the themes of a named file were written for Web 3.0 to 4.9: those have `logo.sidebar`, or no `loginPage` in any
 * theme.
 */
export function isForFirstNamedClients(themes: readonly JsonObject[]): boolean {
  const saysSidebar = themes.some((theme) => {
    const logo = own(theme, 'logo')
    return isObject(logo) && Object.hasOwn(logo, 'sidebar')
  })
  return saysSidebar || !themes.some((theme) => isObject(own(theme, 'loginPage')))
}

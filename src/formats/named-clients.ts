import { isObject, type JsonObject, own } from '../json/value.js'

/** The theme that the old client showed unless the system preferred dark ones. */
export const LIGHT_KEY = 'default'
/** The theme that the old client showed when the system preferred dark ones. */
export const DARK_KEY = 'default-dark'

/**
 * Whether the themes of a named file were written for Web 3.0 to 4.9: those still say "sidebar", or have no login
 * page at all.
 */
export function isForFirstNamedClients(themes: readonly JsonObject[]): boolean {
  const saysSidebar = themes.some((theme) => {
    const logo = own(theme, 'logo')
    return isObject(logo) && Object.hasOwn(logo, 'sidebar')
  })
  return saysSidebar || !themes.some((theme) => isObject(own(theme, 'loginPage')))
}

import { isObject, type JsonObject, own } from '../document/json.js'

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

import { isObject, type Json, type JsonObject, own, setOwn } from '../document/json.js'

/** An order of keys; `null` where the order below is left as it is. */
interface Order {
  readonly [key: string]: Order | null
}

const urls: Order = {
  accessDeniedHelp: null,
  imprint: null,
  privacy: null,
  universalAccessEasyLanguage: null,
  universalAccessSignLanguage: null,
  accessibilityStatement: null,
  softwareLicense: null,
  helpPage: null,
}
const common: Order = { name: null, slogan: null, logo: null, urls, shareRoles: null }
const layer: Order = {
  isDark: null,
  name: null,
  mode: null,
  common,
  appBanner: null,
  logo: { topbar: null, topbarSm: null, favicon: null, login: null, notFound: null, href: null },
  loginPage: { autoRedirect: null, backgroundImg: null },
  icons: null,
  designTokens: {
    breakpoints: null,
    colorPalette: null,
    fontSizes: null,
    sizes: null,
    spacing: null,
    fontFamily: null,
    tagColorsList: null,
  },
}

/** The order of the files that upstream ships. */
const fileOrder: Order = {
  $schema: null,
  common,
  clients: { android: null, desktop: null, ios: null, web: { defaults: layer, themes: { '*': layer } } },
}

/** The theme with its keys in the order of the shipped files; keys that these don't have come last, as they stood. */
export function arrange(theme: JsonObject): JsonObject {
  return arrangeObject(theme, fileOrder)
}

function arrangeObject(object: JsonObject, order: Order): JsonObject {
  const arranged: JsonObject = {}
  const keys = Object.keys(object)
  let placed = 0
  for (const key in order) {
    const value = own(object, key)
    if (value === undefined) continue
    arranged[key] = arrangeValue(value, order[key] ?? null)
    placed += 1
  }
  if (placed === keys.length) return arranged
  for (const key of keys) {
    if (!Object.hasOwn(order, key)) setOwn(arranged, key, object[key] as Json)
  }
  return arranged
}

function arrangeValue(value: Json, order: Order | null): Json {
  if (order === null) return value
  const items = order['*']
  if (Array.isArray(value)) {
    return items == null ? value : value.map((item) => arrangeValue(item, items))
  }
  return isObject(value) && items === undefined ? arrangeObject(value, order) : value
}

/**
 * Hand-written documents for the comparison with the real clients, beside those of nasty-documents.mjs: every key
 * of a whole document missing, `null`, or of another type, and merges of every kind.
 *
 * @typedef {import('./clients.mjs').Family} Family
 * @typedef {{ name: string, document: unknown }} Fixture
 */
import { nastyDocuments } from './nasty-documents.mjs'

const urls = { accessDeniedHelp: '', imprint: 'https://acme.example/i', privacy: '' }
const roles = { one: { iconName: 'eye', name: 'One', label: 'Eins' }, two: { iconName: 'pencil' } }
const tokens = {
  breakpoints: { xlarge: '1600px' },
  colorPalette: { border: '#eee', 'icon-file2': 'red', empty: '' },
  fontSizes: { default: '1rem' },
  sizes: { 'max-height-logo': '40px' },
  spacing: { small: '8px' },
  fontFamily: 'Inter',
}

/** A whole document of each family, with every key that its releases know. */
const whole = {
  owncloud: () => {
    const common = { name: 'Acme', slogan: 'Files', logo: 'a.svg', urls, shareRoles: roles }
    const group = {
      common,
      appBanner: { title: 'Acme', appScheme: 'acme' },
      logo: { topbar: 'a.svg', favicon: 'a.png', login: 'a.svg', notFound: 'n.svg', topbarSm: 's.svg' },
      loginPage: { backgroundImg: 'b.jpg' },
      icons: { universalAccess: 'u.svg' },
      designTokens: tokens,
    }
    const dark = { name: 'Dark', isDark: true, designTokens: { colorPalette: { border: '#111', only: 'x' } } }
    return structuredClone({
      common: { ...common, urls: { ...urls, accessibilityStatement: 'https://acme.example/a' } },
      clients: {
        ios: 5,
        web: { defaults: group, themes: [{ name: 'Light', isDark: false, ...group }, dark] },
      },
    })
  },
  opencloud: () => {
    const common = { name: 'Acme', slogan: 'Files', logo: 'a.svg', urls, shareRoles: roles }
    const designTokens = {
      ...tokens,
      roles: { primary: '#00f', onPrimary: '#fff', surfaceContainer: '#eee', onSurface: '#111' },
    }
    const group = { ...common, favicon: 'a.png', background: 'b.jpg', designTokens }
    const dark = {
      label: 'Dark',
      name: 'Acme Dark',
      isDark: true,
      designTokens: { roles: { chrome: '#222', onChrome: '#ddd' } },
    }
    return structuredClone({
      common,
      clients: { web: { defaults: group, themes: [{ label: 'Light', isDark: false, ...group }, dark] } },
    })
  },
}

/**
 * @param {Family} family
 * @returns {readonly Fixture[]}
 */
export function fixtures(family) {
  const make = whole[family]
  /** @type {Fixture[]} */
  const list = [{ name: 'whole', document: make() }]
  for (const path of pathsOf(make())) {
    list.push({ name: `${path.join('/')} missing`, document: changed(make(), path, undefined) })
    for (const value of [null, 42, true, '', 'text', [], {}, ['a'], { a: 1 }, { a: 'b' }]) {
      list.push({
        name: `${path.join('/')} = ${JSON.stringify(value)}`,
        document: changed(make(), path, value),
      })
    }
  }
  for (const { name, document } of nastyDocuments(family)) list.push({ name, document })
  return list
}

/** @returns {(string | number)[][]} the path of every object, list and leaf below the root */
function pathsOf(/** @type {unknown} */ value) {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const step = Array.isArray(value) ? Number(key) : key
    return [[step], ...pathsOf(item).map((below) => [step, ...below])]
  })
}

function changed(
  /** @type {any} */ document,
  /** @type {(string | number)[]} */ path,
  /** @type {unknown} */ value,
) {
  const parent = path.slice(0, -1).reduce((object, key) => object[key], document)
  const last = /** @type {string | number} */ (path.at(-1))
  if (value !== undefined) parent[last] = value
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return document
}

import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { parseText } from '../../src/index.js'
import { brandingFile, type Instance, type InstanceTheme } from '../../src/instance/instance.js'
import { mayBeTheme } from '../../src/instance/inventory.js'
import { serverText } from '../../src/shipped/server-text.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from '../../src/shipped/shipped-themes.js'

const [, web70, web71, web80] = shippedThemes() as readonly [
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
  ShippedTheme,
]

/** The servers that had the old logo upload, each with the theme that it shipped. */
export const uploadServers = [
  { server: 'oCIS 3', shipped: web70 },
  { server: 'oCIS 4', shipped: web71 },
  { server: 'oCIS 5', shipped: web80 },
] as const

const acmeAssets = path.join(import.meta.dirname, '../../examples/acme/instance/web/assets')

/** The bytes of an uploaded image. */
export const logoBytes = readFileSync(path.join(acmeAssets, 'branding/acme.png'))

/** The images of the example theme, without anything to remark. */
export const exampleImages = {
  'themes/acme/logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><path d="M0 0h240v80H0z" fill="#fff"/></svg>',
  'themes/acme/favicon.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAMAAABEpIrGAAAAA1BMVEXyozpSHKz8AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQ4y2NgGAWjYBSMAuwAAAQgAAFWu83mAAAAAElFTkSuQmCC',
    'base64',
  ),
  'themes/acme/harbour.jpg': readFileSync(path.join(acmeAssets, 'themes/acme/assets/harbour.jpg')),
} as const

/** The files of a folder, by path. */
export type Tree = Readonly<Record<string, string | Buffer>>

/** The image and the theme of a logo upload, exactly as the server wrote them. */
export function logoOnly(shipped: ShippedTheme, image = 'acme.png'): Tree {
  return {
    'themes/owncloud/theme.json': serverText(uploadedCopy(shipped, `branding/${image}`)),
    [`branding/${image}`]: logoBytes,
  }
}

/**
 * Writes a tree below `web/assets` of a data folder. Each file has a time of its own, in whole seconds: copies that
 * `cpSync` makes lose the microseconds of others.
 */
export function writeInstance(folder: string, files: Tree, below = 'web/assets'): void {
  mkdirSync(path.join(folder, below), { recursive: true })
  for (const [index, [name, content]] of Object.entries(files).entries()) {
    const file = path.join(folder, below, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
    utimesSync(file, 1_600_000_000, 1_600_000_000 + index)
  }
}

/** The contents of a folder, with bytes and modes, but without the journals of migrations. */
export function snapshot(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(path.join(folder, below)).sort()) {
    if (below === '' && name === '.theme-convert') continue
    const file = below === '' ? name : `${below}/${name}`
    const stats = lstatSync(path.join(folder, file))
    const mode = (stats.mode & 0o7777).toString(8)
    if (stats.isDirectory()) {
      found[`${file}/`] = mode
      Object.assign(found, snapshot(folder, file))
    } else if (stats.isSymbolicLink()) found[file] = `-> ${readlinkSync(path.join(folder, file))}`
    else found[file] = `${mode} ${readFileSync(path.join(folder, file)).toString('latin1')}`
  }
  return found
}

/** The time of each file's last change, in microseconds: Node can't set finer times. */
export function times(folder: string): Record<string, bigint> {
  const found: Record<string, bigint> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file)
    if (entry.isDirectory() || name.startsWith(`.theme-convert${path.sep}`)) continue
    found[name] = lstatSync(file, { bigint: true }).mtimeNs / 1000n
  }
  return found
}

/** An instance in memory. */
export function instanceOf(files: Tree, links: readonly string[] = []): Instance {
  const names = Object.keys(files).sort()
  const read = (path: string): InstanceTheme => {
    const text = String(files[path])
    return { path, text, ...parseText(text) }
  }
  return {
    files: names,
    links,
    closed: new Map(),
    themes: names.filter((name) => mayBeTheme(name) && name !== brandingFile).map(read),
    branding: names.includes(brandingFile) ? read(brandingFile) : undefined,
    isSame: (file, other) => String(files[file]) === String(files[other]),
  }
}

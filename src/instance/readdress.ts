import { decoded, localFile, slashed } from '../css/addresses.js'
import { isTooDeep } from '../json/structure.js'
import { isObject, type Json, setOwn } from '../json/value.js'
import { shippedImages } from '../targets/shipped-file.js'
import type { Target } from '../targets/target.js'
import { uploadFolders } from '../targets/uploads.js'
import type { Instance } from './instance.js'

/** A file of the old server that a document names. */
export interface NamedFile {
  /** Its path below the assets folder there. */
  readonly from: string
  /** Its path below the assets folder of the new server. */
  readonly to: string
}

/** A folder of a theme that has another name on the new server. */
interface MovedFolder {
  readonly from: string
  readonly to: string
}

/** Moves a file away from the path of a shipped image, which a conversion would replace by that of the other product. */
function besideShipped(file: string, { builtInAssets }: Pick<Target, 'builtInAssets'>): string {
  for (const { folder, names } of Object.values(shippedImages)) {
    const name = file.slice(folder.length)
    if (folder !== builtInAssets && file.startsWith(folder) && names.includes(name))
      return `${folder}own/${name}`
  }
  return file
}

/**
 * Changes the addresses of a server's files in a document to those that the target serves them at. Uploaded logos keep
 * their address: a conversion changes it.
 *
 * @param instance the server that has the files
 * @param folders the renamed folders of themes, that of the document first; without slashes at the end
 * @param target the release that serves them
 * @returns the document with its new addresses, and the files that it names
 */
export function readdress(
  instance: Instance,
  document: unknown,
  folders: readonly [MovedFolder, ...MovedFolder[]],
  target: Pick<Target, 'servedAssets' | 'uploads' | 'builtInAssets'>,
): { document: unknown; files: NamedFile[] } {
  const files: NamedFile[] = []
  if (isTooDeep(document as Json)) return { document, files }
  const [own] = folders
  const newPath = (file: string): string => {
    const moved = folders.find(({ from }) => file.startsWith(`${from}/`))
    if (moved !== undefined) return besideShipped(moved.to + file.slice(moved.from.length), target)
    return file.startsWith(target.servedAssets) ? besideShipped(file, target) : `${own.to}/${file}`
  }
  const visit = (text: string): string => {
    const named = localFile(text)
    const found = named === undefined ? undefined : find(instance, named, target)
    if (named === undefined || found === undefined) return text
    const uploads = uploadFolders.find((folder) => found.seen.startsWith(folder))
    const to = uploads === undefined ? newPath(found.seen) : target.uploads + found.seen.slice(uploads.length)
    files.push({ from: found.real, to })
    return withPath(text, uploads === undefined ? newPath(named) : named)
  }
  return { document: mapTexts(document as Json, visit), files }
}

/** A file by the path that the server serves it at, in any case; with its real path, links followed. */
function find(
  { files, aliases = new Map() }: Instance,
  named: string,
  { uploads }: Pick<Target, 'uploads'>,
): { seen: string; real: string } | undefined {
  const folders = named.startsWith(uploads) ? uploadFolders : []
  const names = [named, ...folders.map((folder) => folder + named.slice(uploads.length))]
  for (const seen of names) {
    if (files.includes(seen)) return { seen, real: seen }
    for (const [link, leadsTo] of aliases) {
      const real = seen === link || seen.startsWith(`${link}/`) ? leadsTo + seen.slice(link.length) : ''
      if (files.includes(real)) return { seen, real }
    }
  }
  const spelling = files.find((file) => file.toLowerCase() === named.toLowerCase())
  return spelling === undefined ? undefined : { seen: spelling, real: spelling }
}

/** Replaces the path of an address, and keeps its notation. */
function withPath(text: string, file: string): string {
  const [path = '', rest = ''] = text.split(/(?=[?#])(.*)/s)
  if (slashed(decoded(path)).replace(/^\.\//, '') === file) return text
  const lead = /^\s*(\.?\/)?/.exec(path)?.[1] ?? ''
  const isEncoded = decoded(path) !== path
  return lead + (isEncoded ? file.split('/').map(encodeURIComponent).join('/') : file) + rest
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (!isObject(value)) return value
  const copy = {}
  for (const [key, item] of Object.entries(value)) setOwn(copy, key, mapTexts(item as Json, change))
  return copy as Json
}

import { localFile } from '../../css/addresses.js'
import { show } from '../../findings/assert-options.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { nearest } from '../../findings/nearest.js'
import { child } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { isObject } from '../../json/value.js'
import { shippedImages } from '../../targets/shipped-file.js'
import type { Target } from '../../targets/target.js'
import type { AssetSearch } from '../asset-folder.js'
import { type DocumentRule, imageKinds } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { visitValues } from '../visit.js'
import { imageFormat } from './image-format.js'

const isImage: ReadonlySet<string> = /* @__PURE__ */ new Set(imageKinds)

/** The images that are built into the server, by their paths. */
export const builtIn = ({ builtInAssets, builtInImages }: Target) =>
  builtInImages.map((name) => builtInAssets + name)

/** What a message says of the path of an image that only other releases or products have, or that is nearly a built-in one. */
export function misleading(path: string, target: Target): string | undefined {
  const own = builtIn(target)
  const shipped = Object.values(shippedImages).find(
    ({ folder, names }) => path.startsWith(folder) && names.includes(path.slice(folder.length)),
  )
  if (shipped !== undefined) {
    const same = target.builtInAssets + path.slice(shipped.folder.length)
    const instead = own.includes(same) ? ` Its own is ${quoted(same)}.` : ''
    return ` Other servers have this image built in, but not those of ${target.title}.${instead}`
  }
  const meant = path.startsWith(target.builtInAssets) ? nearest(path, own, true) : undefined
  return meant && ` ${target.title} has no built-in image of this name; did you mean ${quoted(meant)}?`
}

const isSearch = (value: unknown): value is AssetSearch =>
  isObject(value) && typeof value['found'] === 'boolean'

export const meta = {
  'image-missing': { severity: 'warning', title: 'Missing image' },
  'image-wrong-case': { severity: 'warning', title: 'Image path in the wrong case' },
} as const satisfies Metas

/** Looks for each image in the folder that the server serves. */
export const assets: DocumentRule = {
  codes: ['image-missing', 'image-wrong-case'],
  rank: 15,
  for: 'any',
  check({ document, target, assets: folder, isBehindServer }, report) {
    if (folder === undefined) return
    const shipped = new Set(isBehindServer ? builtIn(target) : [])
    visitValues(document, target, (text, kind, parent, key) => {
      const path = isImage.has(kind) ? localFile(text) : undefined
      if (path === undefined) return
      const search: unknown = folder.find(path)
      if (!isSearch(search))
        throw new TypeError(
          `The function "find" of "assets" must return { found: true } or { found: false }, not ${show(search)}.`,
        )
      if (search.found) return
      if (search.spelling === undefined && shipped.has(path)) return
      // The rule about formats reports it already.
      if (imageFormat.check(text, kind, target) !== undefined) return
      if (search.spelling === undefined) {
        report(
          'image-missing',
          child(parent, key),
          `The assets folder has no file ${quoted(path)}, so nothing shows here. Add the file, or correct the path.${(isBehindServer && misleading(path, target)) || ''}`,
        )
      } else {
        report(
          'image-wrong-case',
          child(parent, key),
          `The file is ${quoted(search.spelling)}, and servers are case-sensitive: nothing shows here. Write exactly this path.`,
        )
      }
    })
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'image-missing': {
    why: "The server doesn't have the file: a broken image. Checked only with an assets folder.",
    since: ocis5,
    wrong: {
      change: { at: topbar, value: 'themes/acme/lgoo.svg' },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
    right: {
      change: { at: topbar, value: good },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
  },
  'image-wrong-case': {
    why: 'Servers are case-sensitive; Windows and macOS usually are not. The image shows there and is broken on the server.',
    since: ocis5,
    wrong: {
      change: { at: topbar, value: 'themes/acme/Logo.svg' },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
    right: {
      change: { at: topbar, value: good },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
  },
})

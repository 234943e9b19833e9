import { version } from '../../package.json'

/** The addresses of the schemas in all releases of this package, with or without a version. */
const ADDRESS = /^https:\/\/unpkg\.com\/theme-convert(?:@[^/]+)?\/schemas\/([\w.-]+?)(\.strict)?\.json$/

/** The address of a schema of this release of the package. */
export const schemaAddress = (name: string): string =>
  `https://unpkg.com/theme-convert@${version}/schemas/${name}.json`

/** The address of the schema that also reports keys that the client doesn't read. */
export const strictAddress = (address: string): string => address.replace(/\.json$/, '.strict.json')

/** The schema of this package that an address leads to, in any release; `undefined` for other addresses. */
export function schemaOfAddress(address: unknown): { name: string; isStrict: boolean } | undefined {
  const match = typeof address === 'string' ? ADDRESS.exec(address) : null
  return match === null ? undefined : { name: match[1] as string, isStrict: match[2] !== undefined }
}

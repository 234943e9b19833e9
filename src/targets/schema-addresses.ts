import { version } from '../../package.json'

/** Addresses of all releases of the package; the first ones had no version. */
const ADDRESS = /^https:\/\/unpkg\.com\/theme-convert(?:@[^/]+)?\/schemas\/([\w.-]+?)(\.strict)?\.json$/

/** The address of a schema of this release of the package. */
export const schemaAddress = (name: string): string =>
  `https://unpkg.com/theme-convert@${version}/schemas/${name}.json`

/** The address of the schema that also reports keys which no client reads. */
export const strictAddress = (address: string): string => address.replace(/\.json$/, '.strict.json')

/** What schema of ours an address is of, whatever release of the package it names. */
export function schemaOfAddress(address: unknown): { name: string; isStrict: boolean } | undefined {
  const match = typeof address === 'string' ? ADDRESS.exec(address) : null
  return match === null ? undefined : { name: match[1] as string, isStrict: match[2] !== undefined }
}

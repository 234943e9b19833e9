import { version } from '../../package.json'

/** The addresses of the schemas in all releases of this package, with or without a version, and in an installed one. */
const ADDRESS =
  /^(?:https:\/\/unpkg\.com\/theme-convert(?:@[^/]+)?\/schemas|((?:.*\/)?node_modules\/theme-convert\/schemas))\/([\w.-]+?)(\.strict)?\.json$/

/** The address of a schema of this release of the package. */
export const schemaAddress = (name: string): string =>
  `https://unpkg.com/theme-convert@${version}/schemas/${name}.json`

/** The address of the schema that also reports keys that the client doesn't read. */
export const strictAddress = (address: string): string => address.replace(/\.json$/, '.strict.json')

/** A schema of this package. */
export interface OwnSchema {
  readonly name: string
  readonly isStrict: boolean
  /** Its folder, in an installed package. */
  readonly folder: string | undefined
}

/** The schema of this package that an address leads to, in any release; `undefined` for other addresses. */
export function schemaOfAddress(address: unknown): OwnSchema | undefined {
  const match = typeof address === 'string' ? ADDRESS.exec(address) : null
  if (match === null) return undefined
  return { folder: match[1], name: match[2] as string, isStrict: match[3] !== undefined }
}

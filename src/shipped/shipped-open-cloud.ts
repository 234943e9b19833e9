import type { Json, JsonObject } from '../json/value.js'
import type { TargetId } from '../targets/index.js'
import { serverText } from './server-text.js'

/** A theme that a release of OpenCloud shipped, recognised by a hash of its values. */
interface ShippedOpenCloud {
  /** The releases, for people. */
  readonly releases: string
  /** The target whose servers bring it along. */
  readonly target: TargetId
  /** How long it is without white space. */
  readonly length: number
  readonly hash: string
}

const shipped: readonly ShippedOpenCloud[] = [
  { releases: 'OpenCloud 1.0', target: 'opencloud-1', length: 3620, hash: '37d0557b-e63d1859' },
  {
    releases: 'OpenCloud with Web 4.1 to 6.1',
    target: 'opencloud-4',
    length: 3910,
    hash: 'f4762cf0-ee9b5b0e',
  },
]

/** The releases of OpenCloud that shipped a document as it is, whatever the order of its keys. */
export function shippedOpenCloud(document: JsonObject): ShippedOpenCloud | undefined {
  const { length } = JSON.stringify(document)
  const alike = shipped.filter((theme) => theme.length === length)
  return alike.length === 0 ? undefined : alike.find(({ hash }) => hash === hashOf(document))
}

/** Two FNV-1a hashes of the values, in hexadecimal digits. */
function hashOf(document: Json): string {
  const text = serverText(document)
  return [0x811c9dc5, 0x050c5d1f]
    .map((seed) => {
      let hash = seed
      for (let index = 0; index < text.length; index += 1)
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
      return (hash >>> 0).toString(16)
    })
    .join('-')
}

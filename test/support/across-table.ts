import {
  buttonSources,
  fixedRoles,
  type RowBorder,
  roleSources,
} from '../../src/convert/colors/role-sources.js'
import { roleTones } from '../../src/convert/colors/role-tones.js'
import { frameOfOpenCloud, hovered, tokenSources } from '../../src/convert/colors/token-sources.js'
import { noPlace } from '../../src/convert/steps/without-place.js'
import { keysOfAll } from '../../src/formats/all-releases.js'
import { layoutOf, type ScopeLayout, type Spot } from '../../src/formats/layout.js'
import type { AnyPlace } from '../../src/formats/values.js'
import type { Pointer } from '../../src/json/pointer.js'
import { allReleases, type TargetId, targets } from '../../src/targets/index.js'
import { releasesOf } from '../../src/targets/releases.js'

// The counterpart of each value in the other product, from the schemas, the tables of colours and the reasons of the
// steps. test/convert/same-look.test.ts checks conversions against it, and docs/across-products.md shows it.

export const products = ['ownCloud Web', 'OpenCloud'] as const
export type Product = (typeof products)[number]

export const scopes = ['root', 'defaults', 'theme'] as const
export type ScopeName = (typeof scopes)[number]

/** The result for a value: the same value at a place of the target, or the reason why it is dropped. */
export type Goal =
  | { readonly scope: ScopeName; readonly path: Pointer; readonly unless?: AnyPlace }
  | { readonly reason: string }

/** A value of a product, with its result for each target of the other product. */
export interface PlaceRow {
  readonly scope: ScopeName
  readonly place: AnyPlace
  /** The path below the pointer of the scope. */
  readonly path: Pointer
  readonly node: Spot['node']
  readonly goals: ReadonlyMap<TargetId, Goal>
}

/** Places without a row: colours have their own tables, and the schema is for editors. */
const excluded: ReadonlySet<AnyPlace> = new Set(['tokens.colorPalette', 'tokens.roles', 'schema'])

/** Places of one product only, with the place of the other that gets the value if it is free. */
const takenBy: ReadonlyMap<AnyPlace, AnyPlace> = new Map([['logo.login', 'logo.topbar']])

/** The targets of the other product. */
export function othersOf(product: Product): TargetId[] {
  return Object.values(targets)
    .filter(({ family }) => family.product !== product)
    .map(({ id }) => id)
}

/** Every value that a product has in any release, with its goal for each target of the other product. */
export function placesAcross(product: Product): PlaceRow[] {
  const layout = layoutOf(keysOfAll(releasesOf(allReleases, product).map(({ places }) => places)))
  return scopes.flatMap((scope) =>
    leavesOf(layout[scope])
      .filter(({ place }) => !excluded.has(place))
      .map(({ place, path, node }) => ({
        scope,
        place,
        path,
        node,
        goals: new Map(othersOf(product).map((id) => [id, goalOf(place, scope, id)])),
      })),
  )
}

const leavesOf = ({ spots }: ScopeLayout): Spot[] =>
  [...spots.values()].filter(({ members, node }) => members.length === 0 && node.items?.scope !== 'theme')

function goalOf(place: AnyPlace, from: ScopeName, id: TargetId): Goal {
  const target = targets[id]
  const layout = layoutOf(target.places)
  const scope = goalScope(place, from, id)
  const path = layout[scope].spots.get(place)?.path
  if (path !== undefined) return { scope, path }
  const other = takenBy.get(place)
  const otherPath = other && layout[scope].spots.get(other)?.path
  if (other !== undefined && otherPath !== undefined) return { scope, path: otherPath, unless: other }
  return { reason: noPlace({ target }, place) }
}

/** ownCloud's root "common" would be replaced by one in the defaults; only OpenCloud's has a logo for the web client. */
function goalScope(place: AnyPlace, from: ScopeName, id: TargetId): ScopeName {
  const { root } = layoutOf(targets[id].places)
  if (from === 'theme' || targets[id].merge.common === 'flat') return from
  const isCommon = root.spots.get('common')?.inside.includes(place) === true
  if (from === 'defaults') return isCommon ? 'root' : 'defaults'
  return root.spots.has(place) ? 'root' : 'defaults'
}

/** A colour of one product, with its sources in the other: the first one that is set counts. */
export interface ColorRow {
  readonly name: string
  readonly from: readonly string[]
  readonly isAlike: boolean
}

const plainRow = (name: string, from: readonly string[], isAlike: boolean | undefined): ColorRow => ({
  name,
  from,
  isAlike: isAlike === true,
})

/** The roles that come from a palette. The role of buttons depends on whether the first swatch is readable. */
export function rolesFromPalette(isOfOpenCloud: boolean, border: RowBorder, isReadable: boolean): ColorRow[] {
  const { background, text } = buttonSources[isReadable ? 'primary' : 'passive']
  return [
    ...roleSources(isOfOpenCloud, border).map(({ role, from, isAlike }) => plainRow(role, from, isAlike)),
    plainRow('secondary', [background], true),
    plainRow('onSecondary', text, true),
  ]
}

/** The tokens that come from roles. */
export function paletteFromRoles(isForOpenCloud: boolean, border: RowBorder): ColorRow[] {
  return [
    ...tokenSources,
    ...(isForOpenCloud ? frameOfOpenCloud : []),
    { token: 'border', role: border },
  ].map((source) => plainRow(source.token, [source.role], 'isAlike' in source && source.isAlike))
}

export { fixedRoles, hovered, roleTones }

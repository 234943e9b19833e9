import type { RoleTone } from '../../src/convert/colors/role-tones.js'
import { HOVER_DISTANCE } from '../../src/convert/colors/token-sources.js'
import { type TargetId, targets } from '../../src/index.js'
import { shippedImages } from '../../src/targets/shipped-file.js'
import {
  type ColorRow,
  fixedRoles,
  type Goal,
  hovered,
  othersOf,
  type PlaceRow,
  type Product,
  paletteFromRoles,
  placesAcross,
  rolesFromPalette,
  roleTones,
} from './across-table.js'

// Generates docs/across-products.md from the tables that conversions are tested with.

const key = (path: string) => `\`${path.slice(1).replaceAll('/', '.')}\``
const ids = (targets: readonly TargetId[]) => targets.map((id) => `\`${id}\``).join(', ')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The targets, grouped by their text in a cell. */
function grouped(goals: PlaceRow['goals'], says: (goal: Goal, id: TargetId) => string | undefined) {
  const groups = new Map<string, TargetId[]>()
  for (const [id, goal] of goals) {
    const text = says(goal, id)
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), id])
  }
  return [...groups]
    .map(([text, of]) => (of.length === goals.size ? text : `${text} (${ids(of)})`))
    .join('; ')
}

/** A reason without the name of the release, which is in the list of targets. */
const why = (goal: Goal, id: TargetId) =>
  'reason' in goal ? goal.reason.replace(`${targets[id].title} has no place for it: `, '') : undefined

function goalText(goal: Goal): string | undefined {
  if ('reason' in goal) return undefined
  const unless = goal.unless === undefined ? '' : ', where it has no other'
  return `${key(goal.path)}${unless}`
}

function placeTable(product: Product): string {
  const rows = placesAcross(product)
  const ofLayers = rows.filter(({ scope }) => scope === 'theme')
  const ofRoot = rows.filter(({ scope }) => scope === 'root')
  const cells = (row: PlaceRow) => [key(row.path), grouped(row.goals, goalText), grouped(row.goals, why)]
  const other = product === 'OpenCloud' ? 'ownCloud' : 'OpenCloud'
  const head = [product === 'OpenCloud' ? 'OpenCloud' : 'ownCloud', other, `dropped, because ${other}`]
  return `At the root of the file:

${table(head, ofRoot.map(cells))}

In a theme, and with the same names in \`clients.web.defaults\`:

${table(head, ofLayers.map(cells))}`
}

const kind = ({ isAlike }: ColorRow) => (isAlike ? 'alike' : 'same')
const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(', ')

function roleTable(): string {
  const readable = rolesFromPalette(false, 'surfaceContainerHighest', true)
  const others = rolesFromPalette(false, 'surfaceContainerHighest', false)
  const old = rolesFromPalette(false, 'outlineVariant', true)
  const rows = readable.map((row) => {
    const find = (rows: readonly ColorRow[]) => rows.find(({ name }) => name === row.name)?.from ?? []
    const unreadable = find(others).filter((token) => !row.from.includes(token))
    const before = find(old)
    const isOther = before.join() !== row.from.join()
    const parts = [
      names(row.from),
      ...(unreadable.length > 0
        ? [`${names(unreadable)} where \`swatch-primary-default\` is below 4.5:1 on the page`]
        : []),
      ...(isOther ? [`\`opencloud-2\`: ${before.length > 0 ? names(before) : 'derived'}`] : []),
    ]
    return [`\`${row.name}\``, parts.join('; '), kind(row)]
  })
  const fixed = Object.entries(fixedRoles).map(([role, color]) => [
    `\`${role}\``,
    `always \`${color}\``,
    'same',
  ])
  return table(['role', 'token of the palette: the first that is set', 'use'], [...rows, ...fixed])
}

function toneTable(): string {
  const mapped = new Set([
    ...rolesFromPalette(false, 'outlineVariant', true).map(({ name }) => name),
    ...Object.keys(fixedRoles),
  ])
  const tone = ({ isOffset, isSame }: RoleTone, number: number) =>
    isSame
      ? 'the same colour'
      : isOffset
        ? `${number < 0 ? '−' : number > 0 ? '+' : '±'}${Math.abs(number)}`
        : `${number}`
  const rows = [...roleTones]
    .filter(([role]) => !mapped.has(role))
    .map(([role, usual]) => [
      `\`${role}\``,
      usual.isOffset ? '`surface`' : usual.palette,
      tone(usual, usual.light),
      tone(usual, usual.dark),
    ])
  return table(['role', 'of', 'light', 'dark'], rows)
}

function tokenTable(): string {
  const rows = paletteFromRoles(false, 'surfaceContainerHighest').map((row) => [
    `\`${row.name}\``,
    row.name === 'border'
      ? `${names(row.from)}; \`outlineVariant\` in themes for 2.0 to 3.x`
      : names(row.from),
    kind(row),
  ])
  return table(['token', 'role', 'use'], rows)
}

/** The whole page. */
export function acrossPage(): string {
  const images = Object.entries(shippedImages).map(
    ([product, { folder, names: files }]) => `- ${product}: ${names(files)} below \`${folder}\``,
  )
  return `<!-- Written by test/convert/same-look.test.ts (npx vitest run test/convert/same-look.test.ts -u). Do not edit. -->

# Between ownCloud and OpenCloud: what stays the same

A theme that goes from one product to the other shows the same texts, links and images, and its colours where both
clients paint the same thing with them. This page is generated from the tables that the tests check every conversion
with: each value below is the same before and after, or is dropped for the reason given. A colour that is only *alike*
has the same value, but the clients paint slightly different things with it; findings (\`colors-alike\`) and the ledger
(\`mapped\`) name it.

The same applies between releases of OpenCloud, by the names in [the schemas](../schemas): a value that the new release
has no place for is dropped with the reason.

## Values of ownCloud (${ids(othersOf('ownCloud Web'))})

${placeTable('ownCloud Web')}

Themes of the vault are left out. Themes keep their order and their titles.

## Values of OpenCloud (${ids(othersOf('OpenCloud'))})

${placeTable('OpenCloud')}

## Images that a server ships

These exist on servers of one product only. A conversion replaces them by the image of the other product, or drops them
where it has none (\`file-gone\`):

${images.join('\n')}

## From the palette to roles

For \`opencloud-2\` and later, in every theme. A token counts as set if the theme or the defaults have a valid colour
for it; a transparent one is blended with the colour of the page. If none is set, the default of the old client is used
(ledger: \`fallback\`), unless texts would become unreadable with it: then the role is a tone of another colour.
OpenCloud 1.x palettes: \`chrome\` from \`background-chrome\`, \`onChrome\` from
\`swatch-inverse-default\`.

${roleTable()}

\`surface\`, \`surfaceContainer\`, \`secondaryContainer\` and the role of row borders must be distinguishable: one that is
closer than 3 in lightness (L*) to an earlier one, or to one that is set while it is not, becomes another tone, on which
texts stay readable (\`grounds-separated\`). OpenCloud Web 2.0 to
3.0 paint hovered rows with \`secondaryContainer\` and selected rows with \`surfaceContainer\`, 3.3 and later the other
way round; \`opencloud-2\` is written for 3.3.

### Derived roles

Roles without a source are tones (CIE L*) of a mapped role; numbers with a sign are relative to \`surface\`. Some differ by
a step, so that the conversion back knows which token a role came from (\`surfaceTint\` where buttons have the passive
swatch, \`surfaceBright\` for \`opencloud-2\`, \`surfaceVariant\` where \`secondaryContainer\` is another tone). No measured
page is painted with these.

${toneTable()}

## From roles to the palette

For every \`ocis-…\` target, and for \`opencloud-1\` (there also ${names(['background-chrome'])} from \`chrome\`,
${names(['swatch-inverse-default'])} from \`onChrome\` and ${names(['swatch-brand-contrast'])} from \`onSurface\`). Roles that came from a palette become the original tokens again.
For a role that is not set, the default of the release that the file is for is used.

${tokenTable()}

Hover colours (${names(hovered.map(({ token }) => token))}) are the colour at rest, ${HOVER_DISTANCE} lighter or darker, for more contrast to the text on it.

## Between ownCloud and OpenCloud 1.x

Both have a palette with the same names, except for the frame: \`swatch-brand-default\` is \`background-chrome\`, and
\`swatch-brand-contrast\` is \`swatch-inverse-default\`. OpenCloud 1.x has the text of hovered rows in
\`swatch-brand-contrast\`, so it gets \`text-default\`. If the new client has another default for a token that a theme does
not set, the token gets the old default.
`
}

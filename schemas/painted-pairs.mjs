// Generates the pairs of colours that the contrast rules compare from the tables of painted regions.
import { loadSource } from './load-source.mjs'

const swatches = ['brand', 'primary', 'success', 'warning', 'danger', 'passive']
const roles = ['primary', 'secondary', 'tertiary', 'error', 'background', 'surface', 'chrome']

const onSwatch = (name) => ({
  foreground: `swatch-${name}-contrast`,
  background: `swatch-${name}-default`,
  shows: `Text on the ${name} swatch`,
})
const onRole = (name) => ({
  foreground: `on${name[0].toUpperCase()}${name.slice(1)}`,
  background: name,
  shows: `Text on the role ${name}`,
})

/** The backgrounds of the content. */
const pages = ['background-default', 'surface']

/** Pairs by the names of the tokens, which no measured page shows. */
const unseen = {
  ownCloud: ['success', 'warning'].map(onSwatch),
  openCloud: ['tertiary', 'error'].map(onRole),
}

/** Pairs for ownCloud Web 8.0 to 12.0, which wasn't measured, by the names of the tokens. */
const unmeasured = [
  { foreground: 'text-default', background: 'background-default', shows: 'Text' },
  { foreground: 'text-muted', background: 'background-default', shows: 'Muted text' },
  { foreground: 'input-text-default', background: 'input-bg', shows: 'Text in inputs' },
  ...swatches.map(onSwatch),
]

/**
 * For each region with `shows`: its text, or else its icon, on its background or that of the region below; on both ends
 * of a gradient. Of tokens that are used in turn, the first: the next one is the background of another region.
 */
function measuredPairs(regions) {
  return Object.entries(regions).flatMap(([name, region]) => {
    if (region.shows === undefined) return []
    const holder = region.background === undefined ? regions[region.on?.[0]] : region
    const foreground = region.text ?? region.icon
    const below = [regions[holder?.on?.[0]]?.background].flat().at(-1)
    const ends = [[holder?.background].flat()[0], ...(region.backgroundTo ? [region.backgroundTo] : [])]
    return ends.map((background) => {
      for (const token of [foreground, background, below ?? 'none'])
        if (typeof token !== 'string' || token.startsWith('#'))
          throw new Error(`The region ${name} has "shows", but isn't one token on another.`)
      return { foreground, background, below, shows: region.shows }
    })
  })
}

/** Pairs in the usual order of their names, those with the same text next to each other, on the page first. */
function inOrder(pairs) {
  const order = [
    ...new Set([...unmeasured, ...roles.map(onRole), ...pairs].map(({ foreground }) => foreground)),
  ]
  const rank = ({ foreground, background }) =>
    2 * order.indexOf(foreground) + (pages.includes(background) ? 0 : 1)
  return [...pairs].sort((one, other) => rank(one) - rank(other))
}

/** The pairs of a group of tokens. A transparent background without a region below it is on that of the page. */
function pairsOf(group, pairs, page) {
  const seen = new Set()
  return inOrder(pairs).map(({ foreground, background, below = page, shows }) => {
    const key = `${foreground} on ${background}`
    if (seen.has(key)) throw new Error(`Two regions show ${key}.`)
    seen.add(key)
    return {
      group,
      foreground,
      background,
      ...(below !== undefined && below !== background && { below }),
      shows,
      ...(/^swatch-.*-contrast$/.test(foreground) && { advice: 'text-inverse' }),
    }
  })
}

/** @param {string} notice @returns {Promise<string>} */
export async function paintedPairsCode(notice) {
  const { regionsOfOwnCloud, regionsOfOpenCloud } = await loadSource(
    `export { regionsOfOwnCloud } from './targets/painted-owncloud.ts'
     export { regionsOfOpenCloud } from './targets/painted-opencloud.ts'`,
  )
  const ofOwnCloud = (pairs) => pairsOf('colorPalette', pairs, 'background-default')
  const tables = [
    ['ownCloud Web 8.0 to 12.0, which was not measured.', 'paintedByOcis', ofOwnCloud(unmeasured)],
    [
      'Measured in ownCloud Web 12.5.0.',
      'paintedByWeb12',
      ofOwnCloud([...measuredPairs(regionsOfOwnCloud), ...unseen.ownCloud]),
    ],
    [
      'Measured in OpenCloud Web 7.3.0. Web 2.0 to 4.3 has the same roles.',
      'paintedByOpenCloud',
      pairsOf('roles', [...measuredPairs(regionsOfOpenCloud), ...unseen.openCloud]),
    ],
  ]
  const code = tables.map(
    ([about, name, pairs]) =>
      `/** ${about} */\nexport const ${name}: readonly PaintedPair[] = ${JSON.stringify(pairs, null, 2)}\n`,
  )
  return `${notice}import type { PaintedPair } from '../targets/contrast-pairs.js'\n\n${code.join('\n')}`
}

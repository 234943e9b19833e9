// Describes the design tokens and roles that a release knows: what they paint, and their defaults.

const parts = {
  background: 'Background',
  backgroundTo: 'Right end of the gradient',
  text: 'Text',
  icon: 'Icons',
  border: 'Borders',
}

/** The most regions that a description lists. */
const MAX_REGIONS = 6

/** The regions that each token paints, by part. */
function paintedBy(regions) {
  const painted = new Map()
  for (const { title, isUnseen, ...paints } of Object.values(regions)) {
    if (isUnseen) continue
    for (const part of Object.keys(parts)) {
      const tokens = [paints[part] ?? []].flat()
      tokens.forEach((token, index) => {
        const without = index === 0 ? '' : ` (without \`${tokens[index - 1]}\`)`
        const byPart = painted.get(token) ?? {}
        byPart[part] = [...(byPart[part] ?? []), `${title[0].toLowerCase()}${title.slice(1)}${without}`]
        painted.set(token, byPart)
      })
    }
  }
  return painted
}

function paintedText(byPart, release) {
  const sentences = Object.entries(byPart).map(([part, titles]) => {
    const more = titles.length - MAX_REGIONS
    const named = titles.slice(0, MAX_REGIONS).join(', ')
    return `${parts[part]}: ${named}${more > 0 ? ` and ${more} more` : ''}.`
  })
  return `${sentences.join(' ')} Measured in ${release}.`
}

const readNote = 'Pages of the client read it.'
// Apart from the measured roles, it isn't known which ones are read.
const roleNote = 'Role of Material design.'
const unreadNote = 'No page of the client reads it.'
const stockNote = 'No page of the client reads it; shipped themes have it.'

/** The tokens of a group with a note on their use, those that pages read first. */
function knownTokens({ tokens, designTokens }, group, prefix) {
  const { read, unread, readPrefix } = tokens[group]
  const note = group === 'roles' ? roleNote : readNote
  const start = readPrefix === undefined ? undefined : `${prefix}${readPrefix}`
  const ofDesignSystem = Object.keys(designTokens).filter(
    (name) => start !== undefined && name.startsWith(start),
  )
  return [
    ...[...read].sort().map((token) => [token, note]),
    ...ofDesignSystem.sort().map((name) => [name.slice(prefix.length), note]),
    ...[...unread].sort().map((token) => [token, unreadNote]),
  ]
}

/** The tokens in shipped themes, by group; no client reads all of them. */
export function tokensOfStock(documents) {
  const found = new Map()
  const visit = (value) => {
    if (typeof value !== 'object' || value === null) return
    for (const [group, tokens] of Object.entries(value.designTokens ?? {}))
      found.set(group, new Set([...(found.get(group) ?? []), ...Object.keys(tokens)]))
    for (const below of Object.values(value)) visit(below)
  }
  for (const document of documents) visit(document)
  return found
}

/**
 * @param source functions and tables of `src`; `stock` has the tokens of shipped themes
 * @returns the schema of a group with a property for each token that a target knows
 */
export function tokensOf({ regions, tokenValue, kebabCase, colorOf, stock }) {
  const painted = regions.map(({ byName, ...facts }) => ({ ...facts, byToken: paintedBy(byName) }))
  return (schema, group, target) => {
    const ruleOf = (rules) => rules.find((each) => each.group === group)
    // Pages read the properties by the prefix of the start, in the spelling (kebab case or not) of the store.
    const rule = ruleOf(target.properties.start)
    const isKebab = ruleOf(target.properties.store)?.kebab
    if (rule === undefined) return schema
    const { type, 'x-kind': kind } = schema.additionalProperties
    const facts = painted.find((each) => each.group === group && each.product === target.family.product)
    const entryOf = (token, note) => {
      const property = `${rule.prefix}${isKebab ? kebabCase(token) : token}`
      const preset = tokenValue(target.designTokens, property)
      const byPart = facts?.byToken.get(token)
      const sentences = [
        byPart === undefined ? note : paintedText(byPart, facts.release),
        `Custom property: \`--oc-${property}\`.`,
        preset === '' ? '' : `Default: \`${preset}\`.`,
      ]
      return {
        description: sentences.filter(Boolean).join(' '),
        type,
        'x-kind': kind,
        ...(preset !== '' && { default: kind === 'color' ? colorOf(preset) : preset }),
      }
    }
    const known = knownTokens(target, group, rule.prefix)
    const prefix = target.tokens[group].readPrefix
    const names = new Set(known.map(([token]) => token))
    const more = [...(stock.get(group) ?? [])].filter((token) => !names.has(token)).sort()
    return {
      ...schema,
      properties: Object.fromEntries([
        ...known.map(([token, note]) => [token, entryOf(token, note)]),
        ...more.map((token) => [token, { ...entryOf(token, stockNote), doNotSuggest: true }]),
      ]),
      ...(prefix !== undefined && { patternProperties: { [`^${prefix}`]: schema.additionalProperties } }),
    }
  }
}

const interfacePattern = /^export interface (\w+) \{\n([\s\S]*?)\n\}$/gm

/** The members of an interface, each with its comment. */
function membersOf(body) {
  const members = []
  let lines = []
  let depth = 0
  let isComment = false
  for (const line of body.split('\n')) {
    lines.push(line)
    if (line.startsWith('  /**')) isComment = true
    if (!isComment) for (const character of line) depth += character === '{' ? 1 : character === '}' ? -1 : 0
    const isEnd = !isComment && depth === 0
    if (line.trimEnd().endsWith('*/')) isComment = false
    if (!isEnd) continue
    members.push(lines.join('\n'))
    lines = []
  }
  return members
}

/** The least number of characters that an interface of its own must save. */
const MIN_SAVING = 200

const isIndex = (member) => /^ {2}\[k: string\]: unknown$/m.test(member)

/** The name of a member, and whether it may be missing. */
function headOf(member) {
  const line = member.split('\n').find((text) => /^ {2}['$\w]/.test(text))
  const [, name, mark] = /^ {2}'?\$?([\w-]+)'?(\?)?:/.exec(line)
  return { name: name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()), isOptional: mark === '?' }
}

/** The name of an interface that several ones extend, after its first member. */
function nameOf(members, owners, used) {
  const { name, isOptional } = headOf(members[0])
  const prefix = owners.every((owner) => owner.startsWith('Legacy')) ? 'Legacy' : ''
  const base = `${prefix}${isOptional ? 'MayHave' : 'Has'}${name}${members.length > 1 ? 'AndMore' : ''}`
  let unique = base
  for (let number = 2; used.has(unique); number += 1) unique = `${base}${number}`
  return unique
}

/** The members that several interfaces have, as interfaces that those extend. */
function partsOf(left) {
  const owners = new Map()
  for (const [name, members] of left)
    for (const member of members)
      if (!isIndex(member)) owners.set(member, [...(owners.get(member) ?? []), name])
  const groups = new Map()
  for (const [member, names] of owners) {
    const key = names.join()
    groups.set(key, { names, members: [...(groups.get(key)?.members ?? []), member] })
  }
  const used = new Set(left.keys())
  return [...groups.values()]
    .filter(({ names, members }) => members.join('\n').length * (names.length - 1) >= MIN_SAVING)
    .map(({ names, members }) => {
      const name = nameOf(members, names, used)
      used.add(name)
      return { name, names, members }
    })
}

/**
 * Writes members that several interfaces have only once: an interface that has all members of another one extends it, and
 * other common members become interfaces of their own. Releases mostly add keys, and comments make up most of the types.
 *
 * @param {string} types the code that json-schema-to-typescript makes
 */
export function shareMembers(types) {
  const interfaces = [...types.matchAll(interfacePattern)].map(([, name, body], index) => ({
    name,
    index,
    members: membersOf(body),
  }))
  const sizeOf = ({ members }) => members.join().length
  const isSmaller = (one, other) =>
    one.members.length < other.members.length ||
    (one.members.length === other.members.length && one.index < other.index)
  const baseOf = (one) => {
    const own = new Set(one.members)
    return interfaces
      .filter((other) => other.members.length > 1 && isSmaller(other, one))
      .filter(({ members }) => members.every((member) => own.has(member)))
      .sort((a, b) => sizeOf(b) - sizeOf(a) || a.index - b.index)[0]
  }
  const bases = new Map(interfaces.map((one) => [one.name, baseOf(one)]))
  const left = new Map(
    interfaces.map(({ name, members }) => {
      const inherited = new Set(bases.get(name)?.members)
      return [name, members.filter((member) => !inherited.has(member))]
    }),
  )
  const parts = partsOf(left)
  const shared = types.replace(interfacePattern, (_, name) => {
    const own = parts.filter(({ names }) => names.includes(name))
    const inherited = new Set(own.flatMap(({ members }) => members))
    const extended = [bases.get(name)?.name, ...own.map((part) => part.name)].filter(Boolean)
    const heritage = extended.length > 0 ? ` extends ${extended.join(', ')}` : ''
    const members = left.get(name).filter((member) => !inherited.has(member))
    return `export interface ${name}${heritage} {\n${members.join('\n')}\n}`
  })
  const declared = parts.map(({ name, names, members }) => {
    return `/** The common keys of ${names.join(', ')}. */\nexport interface ${name} {\n${members.join('\n')}\n}\n`
  })
  return `${shared}${declared.join('')}`
}

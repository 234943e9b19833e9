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

/**
 * Writes an interface that has all members of another one as an extension of it: releases mostly add keys, and
 * comments make up most of the types.
 *
 * @param {string} types the code that json-schema-to-typescript makes
 */
export function shareMembers(types) {
  const interfaces = [...types.matchAll(interfacePattern)].map(([, name, body]) => ({
    name,
    members: membersOf(body),
  }))
  const sizeOf = ({ members }) => members.join().length
  const baseOf = (one) => {
    const own = new Set(one.members)
    return interfaces
      .filter(({ members }) => members.length > 1 && members.length < own.size)
      .filter(({ members }) => members.every((member) => own.has(member)))
      .sort((a, b) => sizeOf(b) - sizeOf(a))[0]
  }
  const bases = new Map(interfaces.map((one) => [one.name, baseOf(one)]))
  return types.replace(interfacePattern, (whole, name) => {
    const base = bases.get(name)
    if (base === undefined) return whole
    const inherited = new Set(base.members)
    const { members } = interfaces.find((one) => one.name === name)
    const left = members.filter((member) => !inherited.has(member))
    return `export interface ${name} extends ${base.name} {\n${left.join('\n')}\n}`
  })
}

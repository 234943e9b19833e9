/** One variable in a line of its own; a quoted value, and one with a backslash at the end of a line, may have several. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:(?:"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|'([^']*)')(?:[ \t]+#[^\r\n]*)?[ \t]*\r?$|((?:\\\r?\n|[^\r\n])*))/gm

/** A variable as an environment file sets it. */
export interface Assignment {
  readonly name: string
  readonly value: string
  /** Whether it is in single quotes, where Docker Compose and shells don't expand variables. */
  readonly isLiteral: boolean
}

/** The assignments of an environment file, in their order. */
export function assignmentsOf(text: string): Assignment[] {
  return [...withoutMark(text).matchAll(assignment)].map(([, name = '', double, single, plain = '']) => ({
    name,
    value:
      double === undefined
        ? (single ?? withoutComment(plain.replace(/\\\r?\n/g, '')))
        : double.replace(/\\(?:(["\\$`])|\r?\n)/g, '$1'),
    isLiteral: single !== undefined,
  }))
}

/**
 * Reads the variables of an environment file, in the notation of systemd, Docker Compose and shells. Other lines are
 * ignored; variables in values stay as they are.
 *
 * @example
 * parseEnvironment('export A="b" # c\n') // { A: 'b' }
 */
export function parseEnvironment(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const { name, value } of assignmentsOf(text)) found[name] = value
  return found
}

/**
 * The variables of a process as the text of an environment file: `/proc/PID/environ` has a NUL character after each.
 *
 * @returns `undefined` for a text of another kind
 */
export function fromProcess(text: string): string | undefined {
  const entries = text.replace(/\0$/, '').split('\0')
  if (!entries.every((entry) => entry.indexOf('=') > 0)) return undefined
  // Names such as those of exported functions of a shell aren't variables of a server.
  const variables = entries.filter((entry) => /^[A-Za-z_]\w*=/.test(entry))
  if (variables.length === 0) return undefined
  return variables.map((entry) => `${lineOf(entry)}\n`).join('')
}

function lineOf(entry: string): string {
  const [name = ''] = entry.split('=', 1)
  const value = entry.slice(name.length + 1)
  return value.includes("'") ? `${name}="${value.replace(/["\\$`]/g, '\\$&')}"` : `${name}='${value}'`
}

/** The lines of an environment file that are neither assignments nor comments nor names alone. */
export function foreignLines(text: string): string[] {
  return otherLines(text).filter(isForeign)
}

/** The number of the first of these lines. Its text may be part of a secret, so messages don't have it. */
export function firstForeignLine(text: string): number | undefined {
  const index = otherLines(text).findIndex(isForeign)
  return index === -1 ? undefined : index + 1
}

/** The lines of a text, with assignments replaced by empty lines. */
function otherLines(text: string): string[] {
  return withoutMark(text)
    .replace(assignment, (match) => match.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line) => line.trim())
}

const isForeign = (line: string) =>
  line !== '' && !/^[#;]/.test(line) && !/^(?:export[ \t]+)?[A-Za-z_]\w*$/.test(line)

function withoutComment(value: string): string {
  const comment = value.search(/[ \t]#/)
  return (comment === -1 ? value : value.slice(0, comment)).trimEnd()
}

const withoutMark = (text: string) => text.replace(/^\ufeff/, '')

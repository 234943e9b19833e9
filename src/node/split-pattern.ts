import path from 'node:path'

/** Where the search for a pattern starts, and what is searched there. */
export interface SplitPattern {
  /** The absolute path of a folder. */
  readonly cwd: string
  /** The rest of the pattern, with slashes. */
  readonly rest: string
}

/**
 * Splits a glob pattern. Its leading parts that are names of folders are these folders: a name such as
 * `Program Files (x86)` has brackets, which no backslash can escape on Windows. A drive, a share or the root of the
 * current drive is never a part of the rest.
 *
 * @param root where a relative pattern starts
 * @param isFolder whether there is a folder with this absolute path
 * @param system the rules of paths; those of this system unless given
 */
export function splitPattern(
  pattern: string,
  root: string,
  isFolder: (place: string) => boolean,
  system: path.PlatformPath = path,
): SplitPattern {
  const text = slashed(pattern, system)
  const start = system.parse(text).root
  let cwd = system.resolve(root, start)
  let rest = text.slice(start.length).replace(/\/{2,}/g, '/')
  for (;;) {
    const name = /^[^/*?{}]+(?=\/)/.exec(rest)?.[0]
    // At the start, an exclamation mark would exclude what follows.
    if (name === undefined || !isFolder(system.join(cwd, name)))
      return { cwd, rest: rest.replace(/^!(?!\()/, '\\!') }
    cwd = system.join(cwd, name)
    rest = rest.slice(name.length + 1)
  }
}

/** The most characters of a pattern. The library that reads patterns throws for more than 65,536. */
const MOST_CHARACTERS = 32_768

/** The most brackets in each other. The regular expressions of a few hundred are more than the memory takes. */
const MOST_NESTED = 20

/**
 * The most asterisks in a name, and `**` in a path. The regular expression of a pattern tries every way to share a text
 * among them, which is endless for a long name and a few more.
 */
const MOST_ASTERISKS = 3

/** Why a pattern can't be searched for, as the rest of a sentence about it; `undefined` where it can. */
export function problemOfPattern(pattern: string): string | undefined {
  if (pattern.length > MOST_CHARACTERS)
    return `has ${pattern.length} characters; ${MOST_CHARACTERS} are possible.`
  let depth = 0
  for (const [bracket] of pattern.matchAll(/[({[\])}]/g)) {
    depth += '({['.includes(bracket) ? 1 : -1
    if (depth > MOST_NESTED) return `has more than ${MOST_NESTED} brackets in each other.`
  }
  if (/[*+]\([^)]*\*/.test(pattern)) return 'has an asterisk in a group that may repeat.'
  const names = slashed(withoutAlternatives(pattern)).split('/')
  if (names.some((name) => asterisksIn(name) > MOST_ASTERISKS))
    return `has more than ${MOST_ASTERISKS} asterisks in a name.`
  if (names.filter((name) => name.includes('**')).length > MOST_ASTERISKS)
    return `has more than ${MOST_ASTERISKS} times "**".`
  return undefined
}

const asterisksIn = (text: string) => text.match(/\*+(?!\()/g)?.length ?? 0

/** A pattern with the alternative that has the most asterisks in place of each group. */
function withoutAlternatives(pattern: string): string {
  const simpler = pattern.replace(
    /[?*+@!]?\(([^(){}]*)\)|\{([^(){}]*)\}/g,
    (_, inner?: string, other?: string) => {
      const [most = ''] = (inner ?? other ?? '').split(/[,|]/).sort((a, b) => asterisksIn(b) - asterisksIn(a))
      return most
    },
  )
  return simpler === pattern ? pattern : withoutAlternatives(simpler)
}

/** A name with slashes, as patterns have them on every system. Except on Windows, a backslash is a part of a name. */
export function slashed(name: string, { sep }: path.PlatformPath = path): string {
  return sep === '\\' ? name.replaceAll('\\', '/') : name
}

/** The path of a file in a folder. The current folder of a drive is `C:`, where a separator would mean its root. */
export function below(folder: string, file: string, system: path.PlatformPath = path): string {
  const isDrive = system.sep === '\\' && /^[a-z]:$/i.test(folder)
  return system.join(isDrive ? `${folder}.` : folder, file)
}

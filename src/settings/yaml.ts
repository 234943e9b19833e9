import { isScalar, LineCounter, parseAllDocuments, Scalar, visit, type YAMLMap } from 'yaml'
import { quoted } from '../json/quoted.js'
import { SettingsError } from './error.js'

/** The tag `!reset`: earlier values no longer count. */
export const RESET = Symbol('reset')

/** The tag `!override`: the value replaces earlier ones instead of being merged. */
export class Override {
  constructor(readonly value: unknown) {}
}

/**
 * Every document of a YAML text.
 *
 * @throws SettingsError that names the line
 */
export function parseYaml(text: string): unknown[] {
  const lineCounter = new LineCounter()
  // The library's check for unique keys takes quadratic time; see below.
  const options = { merge: true, logLevel: 'silent', uniqueKeys: false, lineCounter } as const
  const documents = [...parseAllDocuments(text, options)]
  return documents.map((document) => {
    const [error] = document.errors
    if (error !== undefined) {
      const line = error.linePos?.[0].line
      const message = /call stack/.test(error.message) ? 'nested too deep' : (problems[error.code] ?? UNKNOWN)
      throw new SettingsError(`${line === undefined ? '' : `line ${line}: `}${message}`)
    }
    visit(document, {
      Scalar(_, { value, range }) {
        if (typeof value !== 'string' || !value.includes('\0')) return
        const { line } = lineCounter.linePos(range?.[0] ?? 0)
        throw new SettingsError(`line ${line}: a NUL character (\\0), which no variable and no path can have`)
      },
      Map(_, map) {
        const twice = firstDuplicate(map)
        if (twice === undefined) return
        const { line } = lineCounter.linePos(twice.range?.[0] ?? 0)
        throw new SettingsError(`line ${line}: the key ${quoted(twice.value)} is a duplicate`)
      },
    })
    visit(document, {
      Node(_, node) {
        if (node.tag === '!reset') return new Scalar(RESET)
        if (node.tag !== '!override' || isScalar(node)) return undefined
        return new Scalar(new Override(plain(() => node.toJS(document))))
      },
    })
    return plain(() => document.toJS())
  })
}

/** Own messages, because those of the library contain the text, which may be a secret. */
const problems: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'an unknown escape sequence in double quotes',
  BAD_INDENT: 'wrong indentation',
  BAD_SCALAR_START: 'a value that starts with @ or `, which has to be in quotes',
  MISSING_CHAR: 'a quote, bracket, colon, comma or space is missing',
  TAB_AS_INDENT: 'a tab as indentation',
  TAG_RESOLVE_FAILED: 'an unknown tag (!)',
}
const UNKNOWN = 'not what YAML expects there. Perhaps a value has to be in quotes'

/**
 * Plain values, made by the library.
 *
 * @throws SettingsError for everything that the library finds only now
 */
function plain(make: () => unknown): unknown {
  try {
    return make()
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new SettingsError(
        'an alias (*) has no anchor (&), or there are too many. Put values that start with * in quotes',
      )
    const isMerge = error instanceof Error && /merge/i.test(error.message)
    throw new SettingsError(
      isMerge
        ? 'what << merges is not a map. Name a map there, such as *defaults'
        : 'a key or value with no meaning for YAML',
    )
  }
}

/** The first duplicate key of a map; `<<` may occur several times. */
function firstDuplicate({ items }: YAMLMap): Scalar | undefined {
  const seen = new Set<unknown>()
  for (const { key } of items) {
    if (!isScalar(key) || key.value === '<<') continue
    if (seen.has(key.value)) return key
    seen.add(key.value)
  }
  return undefined
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const corpusFolder = path.resolve(
  process.env['THEME_CONVERT_CORPUS'] ?? path.join(import.meta.dirname, '../../../shared/corpus'),
)

/** A real theme file. */
export interface CorpusFile {
  readonly file: string
  readonly text: string
  readonly document: unknown
}

/** Whether there are real files. */
export const hasCorpus = existsSync(path.join(corpusFolder, 'index.json'))

if (!hasCorpus) {
  console.warn(
    `SKIPPED: there are no real theme files in ${corpusFolder}, so the tests use only the project's own files. Set THEME_CONVERT_CORPUS to the folder with real ones.`,
  )
}

/** The real files below some folders; all of them without any. */
export function corpusFiles(...kinds: readonly string[]): CorpusFile[] {
  if (!hasCorpus) return []
  const index = JSON.parse(readFileSync(path.join(corpusFolder, 'index.json'), 'utf8')) as { file: string }[]
  return index
    .filter(({ file }) => kinds.length === 0 || kinds.some((kind) => file.startsWith(`${kind}/`)))
    .map(({ file }) => {
      const text = readFileSync(path.join(corpusFolder, file), 'utf8')
      return { file, text, document: JSON.parse(text) as unknown }
    })
}

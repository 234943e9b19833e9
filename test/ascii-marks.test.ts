import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** The folders whose texts people read. */
const folders = ['src', 'docs', 'schemas']

/** Where a typographic mark is a character of somebody else's text. */
const exceptions = ['src/report/markdown-text.ts']

const root = fileURLToPath(new URL('..', import.meta.url))
const hasTypographicMark = (text: string) => /[\u2018\u2019\u201c\u201d]/.test(text)

it('apostrophes and quotation marks are spelt in ASCII everywhere, so that texts can be searched for', () => {
  const files = folders
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:ts|mjs|md|json)$/.test(file) && !file.startsWith('schemas/others/'))
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => hasTypographicMark(readFileSync(`${root}${file}`, 'utf8')))).toEqual(
    exceptions,
  )
})

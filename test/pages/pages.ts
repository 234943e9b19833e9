import { readdirSync, readFileSync } from 'node:fs'
import { inRoot } from '../package/built.js'
import { type Block, blocksOf } from './blocks.js'

/** A page of documentation that is written by hand. */
export interface Page {
  readonly file: string
  readonly markdown: string
  readonly blocks: readonly Block[]
}

/** What a script writes as a whole, from what has tests of its own. */
const written = ['docs/rules.md', 'docs/across-products.md', 'THIRD-PARTY-NOTICES.md']

/** The pages that are written by hand: those of the root and of `docs`. */
export function pages(): Page[] {
  const names = (folder: string) => readdirSync(inRoot(folder)).filter((name) => name.endsWith('.md'))
  const files = [...names('.'), ...names('docs').map((name) => `docs/${name}`)]
  return files
    .filter((file) => !written.includes(file))
    .map((file) => {
      const markdown = readFileSync(inRoot(file), 'utf8')
      return { file, markdown, blocks: blocksOf(markdown) }
    })
}

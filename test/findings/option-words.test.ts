import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const source = path.resolve(import.meta.dirname, '../../src')

/** Options that are called alike in code, and `--from`, which only the command has. */
const alike = ['as', 'from', 'service', 'target', 'to']
/** Calls of other programs, style sheets, what only the command says, and what is documented to be called as there. */
const others =
  /^(?:cli|doctor|generated|preview\/page)\/|(?:^|\/)codes\.ts$|^node\/(?:attributes|rasterise|instance\/(?:interruption|journals)|settings\/(?:read-settings|fill-project))\.ts$/

function textsIn(file: string): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) texts.push(node.getText())
    else if (ts.isStringLiteralLike(node)) texts.push(node.text)
    node.forEachChild(visit)
  }
  const text = readFileSync(path.join(source, file), 'utf8')
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return texts
}

it('name what an option of the command is in the library, unless it is called alike there', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !others.test(file))
  expect(files.length).toBeGreaterThan(200)
  const unclear = files.flatMap((file) =>
    textsIn(file)
      .filter((text) => !text.includes('(in the library: '))
      .flatMap((text) => [...text.matchAll(/(?<![\w-])--(?!oc-)([a-z][a-z-]+)/g)])
      .filter(([, name = '']) => !alike.includes(name))
      .map(([option]) => `${file}: ${option}`),
  )
  expect(unclear).toEqual([])
})

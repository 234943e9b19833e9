import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { inRoot, requireBuild } from './built.js'

beforeAll(requireBuild)

const file = inRoot('test', 'package', 'in-an-editor.ts')

/** What an editor offers at the mark ¦ of a program that uses the package. */
function completionsIn(marked: string): string[] {
  const text = marked.replace('¦', '')
  const options: ts.CompilerOptions = {
    ...{ strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { 'theme-convert': [inRoot('dist', 'index.d.ts')] },
  }
  const textOf = (name: string) => (name === file ? text : ts.sys.readFile(name))
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot(name) {
      const content = textOf(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => inRoot(),
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: textOf,
  })
  return (service.getCompletionsAtPosition(file, marked.indexOf('¦'), {})?.entries ?? []).map(
    ({ name }) => name,
  )
}

const theme = (inside: string) =>
  `import { defineTheme } from 'theme-convert'
   defineTheme({ clients: { web: { defaults: { ${inside} }, themes: [] } } })`

describe('an editor completes', () => {
  it('every target of a conversion', () => {
    const ids = ['ocis-5', 'ocis-6', 'ocis-7', 'ocis-8', 'ocis-next']
    expect(completionsIn("import { convert } from 'theme-convert'\nconvert({}, { target: '¦' })")).toEqual(
      expect.arrayContaining(ids),
    )
  })

  it('keys and tokens of a theme', () => {
    expect(completionsIn(theme('¦'))).toEqual(expect.arrayContaining(['logo', 'loginPage', 'designTokens']))
    expect(completionsIn(theme("designTokens: { colorPalette: { '¦': '' } }"))).toEqual(
      expect.arrayContaining(['border', 'swatch-brand-default', 'text-default']),
    )
  })
})

/** The entries of the package. */
const entries = ['index', 'node', 'plugin', 'preview', 'report']

describe('the types', () => {
  it('that appear in an entry are exported by it', () => {
    const files = entries.map((entry) => inRoot('dist', `${entry}.d.ts`))
    const program = ts.createProgram(files, {
      strict: true,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
      types: ['node'],
    })
    const checker = program.getTypeChecker()
    const missing: string[] = []
    for (const file of files) {
      const source = program.getSourceFile(file)
      const entry = source && checker.getSymbolAtLocation(source)
      if (entry === undefined) throw new Error(`${file} exports nothing`)
      const target = (symbol: ts.Symbol) =>
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const exported = new Set(checker.getExportsOfModule(entry).map(target))
      const seen = new Set<ts.Node>()
      const visit = (node: ts.Node, from: string): void => {
        if (seen.has(node)) return
        seen.add(node)
        if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
          const name = ts.isTypeReferenceNode(node) ? node.typeName : node.expression
          const found = checker.getSymbolAtLocation(name)
          if (found !== undefined) look(target(found), from)
        }
        ts.forEachChild(node, (child) => visit(child, from))
      }
      const look = (symbol: ts.Symbol, from: string): void => {
        const [declaration] = symbol.declarations ?? []
        if (declaration === undefined || !declaration.getSourceFile().fileName.includes('/dist/')) return
        if (ts.isTypeParameterDeclaration(declaration)) return
        if (!exported.has(symbol)) missing.push(`${path.basename(file)}: ${symbol.name} (in ${from})`)
        else visit(declaration, symbol.name)
      }
      for (const symbol of exported) for (const node of symbol.declarations ?? []) visit(node, symbol.name)
    }
    expect([...new Set(missing)]).toEqual([])
  })

  it('share what releases share, and have readable names', () => {
    const text = readFileSync(inRoot('dist', 'index.d.ts'), 'utf8')
    expect(text.length).toBeLessThan(120_000)
    expect(
      [...text.matchAll(/^(?:declare )?(?:interface|type) (\w+[a-z]\d)\b/gm)].map(([, name]) => name),
    ).toEqual([])
  })
})

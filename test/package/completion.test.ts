import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { inRoot, requireBuild } from './built.js'
import { completionsIn as completionsInFile, programOf } from './compiler.js'

beforeAll(requireBuild)

const file = inRoot('test', 'package', 'in-an-editor.ts')

const completionsIn = (marked: string) =>
  completionsInFile(marked, file, { paths: { 'theme-convert': [inRoot('dist', 'index.d.ts')] } })

const theme = (inside: string) =>
  `import { defineTheme } from 'theme-convert'
   defineTheme({ clients: { web: { defaults: { ${inside} }, themes: [] } } })`

describe('an editor completes', () => {
  it.each([
    ['convert', "convert({}, { target: '¦' })"],
    ['validate', "validate({}, { target: '¦' })"],
    ['resolve', "resolve({}, { target: '¦' })"],
    ['makeBranding', "makeBranding({}, { target: '¦' })"],
    ['brandingFor', "brandingFor('', { target: '¦' })"],
    ['targetFor', "targetFor('¦', 'current')"],
    ['defineTheme', "defineTheme({ clients: {} }, { target: '¦' })"],
    ['defineTheme', "defineTheme({ clients: {} }, { ownKeys: true, target: '¦' })"],
  ])('every target of %s', (name, call) => {
    const ids = ['ocis-6', 'ocis-7', 'ocis-8', 'ocis-next', 'opencloud-1', 'opencloud-7.3']
    expect(completionsIn(`import { ${name} } from 'theme-convert'\n${call}`)).toEqual(
      expect.arrayContaining(ids),
    )
  })

  it('keys of a theme for a target that stands behind it', () => {
    const inside = (marked: string) =>
      completionsIn(
        `import { defineTheme } from 'theme-convert'
         defineTheme({ clients: { web: { defaults: {}, themes: [{ ${marked} }] } } }, { target: 'opencloud-7.3' })`,
      )
    expect(inside('¦')).toEqual(expect.arrayContaining(['label', 'logo']))
    expect(inside('¦')).not.toContain('loginPage')
    expect(inside("designTokens: { roles: { '¦': '' } }")).toContain('onPrimary')
  })

  it('keys and tokens of a theme', () => {
    expect(completionsIn(theme('¦'))).toEqual(expect.arrayContaining(['logo', 'loginPage', 'designTokens']))
    expect(completionsIn(theme("designTokens: { colorPalette: { '¦': '' } }"))).toEqual(
      expect.arrayContaining(['border', 'swatch-brand-default', 'text-default']),
    )
  })
})

/** How `StrictThemeOf` is computed, which says what it is. */
const inStrictTheme = new Set(['Named', 'OnlyNamed', 'WithTokens'])

/** The entries of the package. */
const entries = ['index', 'owncloud', 'node', 'plugin', 'preview', 'report']

describe('the types', () => {
  it('that appear in the interface are exported', () => {
    const files = entries.map((entry) => inRoot('dist', `${entry}.d.ts`))
    const program = programOf(files, {}, inRoot())
    const checker = program.getTypeChecker()
    const target = (symbol: ts.Symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const exported = new Set(
      files.flatMap((file) => {
        const source = program.getSourceFile(file)
        const entry = source && checker.getSymbolAtLocation(source)
        return entry === undefined ? [] : checker.getExportsOfModule(entry).map(target)
      }),
    )
    expect(exported.size).toBeGreaterThan(100)
    const missing = new Set<string>()
    const seen = new Set<ts.Node>()
    const visit = (node: ts.Node, from: string): void => {
      if (seen.has(node)) return
      seen.add(node)
      // What an interface extends needs no name: its members do.
      if (ts.isTypeReferenceNode(node)) look(node.typeName, from, true)
      if (ts.isExpressionWithTypeArguments(node)) look(node.expression, from, false)
      ts.forEachChild(node, (child) => visit(child, from))
    }
    const look = (name: ts.Node, from: string, needsName: boolean): void => {
      const found = checker.getSymbolAtLocation(name)
      const symbol = found && target(found)
      const [declaration] = symbol?.declarations ?? []
      if (symbol === undefined || declaration === undefined || ts.isTypeParameterDeclaration(declaration))
        return
      if (!declaration.getSourceFile().fileName.includes('/dist/')) return
      if (declaration.getSourceFile().fileName.includes('node_modules')) return
      if (needsName && !exported.has(symbol) && !inStrictTheme.has(symbol.name))
        missing.add(`${symbol.name} (in ${from})`)
      visit(declaration, symbol.name)
    }
    for (const symbol of exported) for (const node of symbol.declarations ?? []) visit(node, symbol.name)
    expect([...missing].sort()).toEqual([])
  })

  it('share what releases share, and have readable names', () => {
    const text = readFileSync(inRoot('dist', 'index.d.ts'), 'utf8')
    expect(text.length).toBeLessThan(120_000)
    expect(
      [...text.matchAll(/^(?:declare )?(?:interface|type) (\w+[a-z]\d)\b/gm)].map(([, name]) => name),
    ).toEqual([])
  })
})

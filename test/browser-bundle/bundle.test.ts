import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { createContext, Script } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { descriptions, reportFormats } from '../../src/report/index.js'
import { inRoot, requireBuild, root } from '../package/built.js'
import { bundle } from '../package/bundle.js'

/** Bundles a module for a browser, as a script that leaves its exports in a global variable. */
function forBrowser(source: string) {
  return bundle({
    stdin: { contents: source, resolveDir: root, sourcefile: 'entry.js' },
    platform: 'browser',
    format: 'iife',
    globalName: 'themeConvert',
    minify: true,
  })
}

/** Runs a bundle where nothing but the language itself is there, and evaluates an expression after it. */
function runBare(text: string, expression: string, globals: object = {}): unknown {
  const context = createContext(Object.assign(Object.create(null), globals), {
    codeGeneration: { strings: false, wasm: false },
  })
  new Script(text).runInContext(context)
  return JSON.parse(new Script(`JSON.stringify(${expression})`).runInContext(context) as string)
}

/** The files of the core: everything but the parts that need Node. */
function coreFiles(): string[] {
  return readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]s$/.test(file) && !/^(node|cli|plugin)[\\/]/.test(file))
    .map((file) => path.join('src', file))
}

/** The scripts of the build, without the types. */
function builtFiles(): string[] {
  return readdirSync(inRoot('dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.c?js$/.test(file),
  )
}

/** What a source file imports, by name. */
function importsOf(file: string): string[] {
  const text = readFileSync(inRoot(file), 'utf8')
  const specifiers = text.matchAll(
    /(?:(?<!['"])\bfrom|\bimport|\bimport\(|\brequire\()\s*(['"])([^'"\n]+)\1/g,
  )
  return [...specifiers].map(([, , specifier]) => specifier as string)
}

/** A file of the build with all that it loads. */
function loadedWith(entry: string, files = new Set<string>()): Set<string> {
  if (files.has(entry)) return files
  files.add(entry)
  for (const specifier of importsOf(path.join('dist', entry))) {
    if (specifier.startsWith('.')) loadedWith(path.join(path.dirname(entry), specifier), files)
  }
  return files
}

beforeAll(requireBuild)

describe('the core', () => {
  it('imports no module of Node and nothing from the parts that do', () => {
    const files = coreFiles()
    const imports = files.flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
    expect(files.length).toBeGreaterThan(40)
    expect(imports.length).toBeGreaterThan(100)
    const builtins = new Set(builtinModules)
    const wrong = imports.filter(({ file, specifier }) => {
      if (specifier.startsWith('node:') || builtins.has(specifier)) return true
      const found = path.posix.join(path.posix.dirname(file.replaceAll('\\', '/')), specifier)
      return specifier.startsWith('.') && /^src\/(node|cli|plugin)\//.test(found)
    })
    expect(wrong).toEqual([])
  })

  it('makes no code at run time, and neither does the command', () => {
    const files = builtFiles()
    expect(files).toEqual(expect.arrayContaining(['cli.cjs', 'index.cjs', 'index.js']))
    for (const file of files) {
      const text = readFileSync(inRoot('dist', file), 'utf8')
      expect([file, ...text.matchAll(/\beval\s*\(|\bFunction\s*\(/g)].map(String)).toEqual([file])
    }
  })

  it.each(['index.js', 'index.cjs', 'report.js', 'report.cjs'])(
    'loads no module of Node from %s',
    (entry) => {
      const files = loadedWith(entry)
      expect(files.size).toBeGreaterThan(3)
      for (const file of files) {
        const text = readFileSync(inRoot('dist', file), 'utf8')
        const loads = importsOf(path.join('dist', file)).filter(
          (specifier) => !/^(?:\.\/|\$\{)/.test(specifier),
        )
        const dynamic = text.matchAll(/\b(?:import|require)\s*\((?!\s*['"])/g)
        const globals = text.matchAll(/\bprocess\.|\bBuffer\b|\b__dirname\b/g)
        expect([file, ...loads, ...dynamic, ...globals].map(String)).toEqual([file])
      }
    },
  )
})

describe('a bundle for the browser', () => {
  const everything = "export * from './dist/index.js'"

  it('needs nothing but the language', async () => {
    const { text } = await forBrowser(everything)
    const legacy = { web: { default: { general: { name: 'Acme Cloud', slogan: 'Files for everyone' } } } }
    const result = runBare(
      text,
      `(() => {
        const document = ${JSON.stringify(legacy)}
        const { detect, convert, validate, parseText } = themeConvert
        const { theme, ledger, diagnostics } = convert(document, { target: 'ocis-8' })
        return {
          globals: [typeof process, typeof Buffer, typeof require, typeof window, typeof TextEncoder],
          generation: detect(document).generation,
          name: theme.common.name,
          entries: ledger.entries.length,
          errors: diagnostics.filter(({ severity }) => severity === 'error'),
          valid: validate(theme).valid,
          invalid: validate({ clients: { web: {} } }).diagnostics.map(({ code }) => code),
          syntax: parseText('{ "common": {}, }').diagnostics.map(({ code }) => code),
        }
      })()`,
    )
    expect(result).toMatchObject({
      globals: Array(5).fill('undefined'),
      generation: 'wrapped',
      name: 'Acme Cloud',
      errors: [],
      valid: true,
      invalid: ['partial-theme'],
      syntax: ['syntax-error'],
    })
    expect((result as { entries: number }).entries).toBeGreaterThan(10)
  })

  it('can write every report', async () => {
    const { text } = await forBrowser("export * from './dist/report.js'")
    const reports = runBare(
      text,
      `(() => {
        const { formatDiagnostics, reportFormats } = themeConvert
        const finding = { code: 'wrong-type', severity: 'error', message: 'Wrong.', pointer: '/a' }
        return reportFormats.map((format) => formatDiagnostics([finding], format, { text: '{"a": 1}' }))
      })()`,
      { TextEncoder },
    ) as string[]
    expect(reports).toHaveLength(reportFormats.length)
    for (const report of reports) expect(report).toContain('Wrong.')
  })

  it('has the descriptions of findings only where reports are wanted', async () => {
    const whole = await forBrowser(everything)
    const { why } = descriptions['low-contrast']
    expect(whole.text).not.toContain(why.slice(0, 60))
  })

  it('has only what is used', async () => {
    const whole = await forBrowser(everything)
    const part = await forBrowser("export { detectGeneration } from './dist/index.js'")
    expect(runBare(part.text, 'themeConvert.detectGeneration({ web: { themes: [] } }).generation')).toBe(
      'unwrapped',
    )
    // detectGeneration() looks at structure alone: no schemas, colours or descriptions of findings.
    expect(part.text.length).toBeLessThan(whole.text.length / 25)
    // What releases shipped is there for those who ask whether a person made a file, and costs a few kilobytes.
    const [shippedColor] = /#700460/.exec(whole.text) ?? []
    expect(shippedColor).toBeDefined()
    const withVerdict = await forBrowser("export { detect } from './dist/index.js'")
    expect(withVerdict.text).toContain(shippedColor)
    expect(withVerdict.text.length - part.text.length).toBeLessThan(21_000)
    const onlyValidate = await forBrowser("export { validate } from './dist/index.js'")
    expect(onlyValidate.text).not.toContain(shippedColor)
  })
})

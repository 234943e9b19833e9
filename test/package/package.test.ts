import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, requireBuild, root, succeed } from './built.js'
import { errorsIn, programOf } from './compiler.js'

const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  name: string
  version: string
  dependencies?: Record<string, string>
  exports: Record<string, unknown>
}

let scratch: string
let project: string
let published: string[]

beforeAll(() => {
  requireBuild()
  scratch = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-package-'))
  const packed = succeed('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch], root)
  const [tarball] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  published = tarball.files.map((file) => file.path).sort()

  project = path.join(scratch, 'project')
  cpSync(inRoot('test', 'package', 'consumers'), project, { recursive: true })
  writeFileSync(path.join(project, 'package.json'), '{ "private": true }\n')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--offline']
  succeed('npm', ['install', ...flags, path.join(scratch, tarball.filename)], project)
})

afterAll(() => {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true })
})

/** Runs a script in the project that installed the package, and gives what it printed as JSON. */
function evaluate(file: string, source: string): unknown {
  writeFileSync(path.join(project, file), source)
  return JSON.parse(succeed(process.execPath, [file], project))
}

/** The errors in a consumer's file, with those in the types of the package. */
function compile(
  file: string,
  module: ts.ModuleKind,
  moduleResolution: ts.ModuleResolutionKind,
  own: ts.CompilerOptions = {},
): string[] {
  const checks = { exactOptionalPropertyTypes: true, skipLibCheck: false, skipDefaultLibCheck: true }
  const options = { ...checks, resolveJsonModule: true, module, moduleResolution, ...own }
  return errorsIn(programOf([path.join(project, file)], options, project))
}

/** The modules of the package. */
const entries = Object.keys(manifest.exports)
  .filter((entry) => !entry.endsWith('.json'))
  .map((entry) => entry.replace('.', manifest.name))

/** The entries for programs with Node, which have its types. */
const ofNode = ['theme-convert/node']

/** What the declarations need of others: a signal, which Node and browsers have. */
const globals = 'interface AbortSignal { readonly aborted: boolean }\n'

describe('the published files', () => {
  it('are the build, the schemas, the texts about the package with what they show, and nothing else', () => {
    const schemas = readdirSync(inRoot('schemas')).filter((file) => file.endsWith('.json'))
    expect(schemas).toEqual(expect.arrayContaining(['ocis-8.json', 'ocis-8.strict.json', 'shared.json']))
    const pages = readdirSync(inRoot('docs')).filter((file) => file.endsWith('.md'))
    expect(pages).toEqual(expect.arrayContaining(['command.md', 'rules.md']))
    const built = readdirSync(inRoot('dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(inRoot('dist', file)).isFile(),
    )
    expect(built).toEqual(
      expect.arrayContaining(['cli.cjs', 'index.cjs', 'index.d.cts', 'index.d.ts', 'index.js']),
    )
    expect(built.filter((file) => !/\.(c?js|d\.c?ts)$/.test(file))).toEqual([])
    const shown = /^(?:docs\/preview\.png|examples\/(?:acme|playground)\/.*)$/
    expect(published.filter((file) => !shown.test(file))).toEqual(
      [
        'CHANGELOG.md',
        'CONTRIBUTING.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'THIRD-PARTY-NOTICES.md',
        ...pages.map((file) => `docs/${file}`),
        'man/theme-convert.1',
        'package.json',
        ...built.map((file) => `dist/${file}`),
        ...schemas.map((file) => `schemas/${file}`),
      ].sort(),
    )
  })

  // `../../` leads to the site of the repository.
  it('have all files and folders that their pages link to', () => {
    const links = published
      .filter((file) => file.endsWith('.md'))
      .flatMap((page) =>
        [...readFileSync(inRoot(page), 'utf8').matchAll(/\]\((?!\w+:|#|\.\.\/\.\.\/)([^)#\s]+)/g)].map(
          ([, link = '']) => path.posix.join(path.posix.dirname(page), link),
        ),
      )
    expect(links).toEqual(expect.arrayContaining(['docs/preview.png', 'examples/acme']))
    expect(links.filter((link) => !published.some((file) => `${file}/`.startsWith(`${link}/`)))).toEqual([])
  })

  it('bring no other package along', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
    const installed = readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'))
    expect(installed).toEqual(['theme-convert'])
  })
})

describe('the installed package', () => {
  const use = `
    const document = { web: { default: { general: { name: 'Acme Cloud', slogan: 'Files' } } } }
    const { theme } = convert(document)
    console.log(JSON.stringify([detect(document).generation, theme.common.name, validate(theme).valid]))
  `
  const used = ['wrapped', 'Acme Cloud', true]

  it('works by import', () => {
    expect(evaluate('use.mjs', `import { convert, detect, validate } from 'theme-convert'${use}`)).toEqual(
      used,
    )
  })

  it('works by require', () => {
    expect(
      evaluate('use.cjs', `const { convert, detect, validate } = require('theme-convert')${use}`),
    ).toEqual(used)
  })

  it('writes reports, by import and by require', () => {
    const report = (load: string) =>
      `${load}\nconsole.log(JSON.stringify(formatDiagnostics([], 'pretty', { file: 'theme.json' })))`
    const imported = evaluate(
      'report.mjs',
      report("import { formatDiagnostics } from 'theme-convert/report'"),
    )
    expect(imported).toBe('theme.json: valid\n')
    expect(
      evaluate('report.cjs', report("const { formatDiagnostics } = require('theme-convert/report')")),
    ).toBe(imported)
  })

  it('reads and writes files, by import and by require', () => {
    const program = `const { document } = await readTheme('input.json')
      const { theme } = convert(document)
      console.log(JSON.stringify(await writeTheme('output.json', theme, { overwrite: true })))`
    writeFileSync(
      path.join(project, 'input.json'),
      '{ "web": { "default": { "general": { "name": "A" } } } }',
    )
    const names = '{ readTheme, writeTheme }'
    const imported = `import ${names} from 'theme-convert/node'\nimport { convert } from 'theme-convert'`
    expect(evaluate('node.mjs', `${imported}\n${program}`)).toEqual({ file: 'output.json' })
    const required = `const ${names} = require('theme-convert/node')\nconst { convert } = require('theme-convert')`
    expect(evaluate('node.cjs', `${required}\n;(async () => { ${program} })()`)).toEqual({
      file: 'output.json',
    })
    expect(readFileSync(path.join(project, 'output.json'), 'utf8')).toContain('"name": "A"')
  })

  it('has the plugin of every bundler, by its name and in a default export, without any other package', () => {
    const script = (named: string) => `console.log(JSON.stringify(Object.keys(${named}).sort()))`
    const bundlers = ['esbuild', 'rolldown', 'rollup', 'rspack', 'vite', 'webpack']
    const imported = `import plugin from 'theme-convert/plugin'\n${script('plugin')}`
    expect(evaluate('plugin.mjs', imported)).toEqual(bundlers)
    const required = "require('theme-convert/plugin')"
    const named = `import * as plugin from 'theme-convert/plugin'\n${script('plugin')}`
    const all = ['default', ...bundlers]
    expect(evaluate('named.mjs', named)).toEqual(all)
    expect(evaluate('plugin.cjs', script(required))).toEqual(all)
    expect(evaluate('default.cjs', script(`${required}.default`))).toEqual(bundlers)
  })

  it('exports the same names both ways', () => {
    const script = (names: string) => `console.log(JSON.stringify(Object.keys(${names}).sort()))`
    const imported = evaluate('names.mjs', `import * as all from 'theme-convert'\n${script('all')}`)
    expect(imported).toEqual(evaluate('names.cjs', script("require('theme-convert')")))
    expect(imported).toEqual(expect.arrayContaining(['convert', 'detect', 'validate', 'targets']))
  })

  it('gives out its schemas and its package.json', () => {
    const read = (name: string) => `require('theme-convert/${name}')`
    expect(
      evaluate(
        'files.cjs',
        `console.log(JSON.stringify([${read('schemas/ocis-8.json')}.$id, ${read('package.json')}.version]))`,
      ),
    ).toEqual([`https://unpkg.com/theme-convert@${manifest.version}/schemas/ocis-8.json`, manifest.version])
  })

  it('gives out nothing else', () => {
    expect(
      evaluate(
        'closed.cjs',
        `let code; try { require('theme-convert/dist/cli.cjs') } catch (error) { code = error.code }
         console.log(JSON.stringify(code))`,
      ),
    ).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it('works as the command', () => {
    writeFileSync(
      path.join(project, 'theme.json'),
      '{ "web": { "default": { "general": { "name": "Acme" } } } }',
    )
    const bin = path.join(project, 'node_modules', '.bin', 'theme-convert')
    const stdout = succeed(bin, ['detect', '--format', 'json', 'theme.json'], project)
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: 'theme.json', generation: 'wrapped' }] })
    const theme = JSON.parse(succeed(bin, ['theme.json'], project)) as { common: { name: string } }
    expect(theme.common.name).toBe('Acme')
  })
})

describe('the types of the installed package', () => {
  it.each(['esm.mts', 'cjs.cts'])('fit %s under node16', (file) => {
    expect(compile(file, ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16)).toEqual([])
  })

  it('fit a bundler', () => {
    expect(compile('bundler.ts', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler)).toEqual([])
  })

  describe.each([
    ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ['bundler', ts.ModuleKind.ES2020, ts.ModuleResolutionKind.Bundler],
    ['node10', ts.ModuleKind.CommonJS, ts.ModuleResolutionKind.Node10],
  ] as const)('fit programs for ES2020 under %s', (_, module, resolution) => {
    const es2020 = { target: ts.ScriptTarget.ES2020, lib: ['lib.es2020.d.ts'] }
    const compileAll = (names: readonly string[], first = '') => {
      const imports = names.map((name, index) => `export * as entry${index} from '${name}'\n`)
      writeFileSync(path.join(project, 'es2020.mts'), first + imports.join(''))
      return compile('es2020.mts', module, resolution, es2020)
    }

    it('without any types of Node and browsers, but for the entries of Node', () => {
      const others = entries.filter((entry) => !ofNode.includes(entry))
      expect(others).toEqual(expect.arrayContaining(['theme-convert', 'theme-convert/owncloud']))
      expect(compileAll(others)).toEqual([])
    })

    it('with a signal for all', () => {
      writeFileSync(path.join(project, 'globals.d.ts'), globals)
      expect(compileAll(entries, "/// <reference path='./globals.d.ts' />\n")).toEqual([])
    })
  })

  it('are checked', () => {
    writeFileSync(path.join(project, 'wrong.mts'), "import { none } from 'theme-convert'\n")
    expect(compile('wrong.mts', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16)).toEqual([
      expect.stringContaining('none'),
    ])
  })
})

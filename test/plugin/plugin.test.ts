import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { type FunctionPluginHooks, type Plugin, type RollupWatcherEvent, rollup, watch } from 'rollup'
import { createBuilder, createLogger, createServer, type ViteDevServer, build as viteBuild } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import webpack from 'webpack'
import { openCloudTheme } from '../../src/findings/examples.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import type plugin from '../../src/plugin/index.js'
import type { PluginOptions } from '../../src/plugin/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { inRoot, requireBuild } from '../package/built.js'
import { changed } from '../support/change.js'

requireBuild()
// The build as users load it, not the sources.
const { default: themeConvert } = (await import(inRoot('dist/plugin.js'))) as { default: typeof plugin }

const textWith = (at: string, value: Json) =>
  JSON.stringify(changed(exampleTheme() as JsonObject, { at, value }), null, 2)
const fine = JSON.stringify(exampleTheme(), null, 2)
const withWarning = textWith('/common/logo', '/themes/acme/logo.svg')
const withInfo = JSON.stringify({ ...exampleTheme(), acme: {} }, null, 2)
const withError = textWith('/common/urls/imprint', 'javascript:alert(1)')

/** A folder with a project in it. */
let workspace: string
let root: string
const themeFile = () => path.join(root, 'public/theme.json')
const setTheme = (text: string) => writeFileSync(themeFile(), text)

beforeEach(() => {
  workspace = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'theme-convert-plugin-')))
  root = path.join(workspace, 'web')
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  mkdirSync(path.join(root, 'public'), { recursive: true })
  writeFileSync(
    path.join(root, 'main.js'),
    "import theme from './public/theme.json'\nconsole.log(theme.common.name)\n",
  )
  writeFileSync(path.join(root, 'plain.js'), 'console.log(1)\n')
  writeFileSync(path.join(root, 'index.html'), '<script type="module" src="./main.js"></script>')
  setTheme(fine)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(workspace, { recursive: true })
})

/** What a build said, and whether it ended well. */
interface Outcome {
  error: string | undefined
  warnings: string
  /** What it said as information, and other things of the bundler. */
  infos: string
  /** The code that came out. */
  code: string
}

type Build = (options: PluginOptions, logLevel?: esbuild.LogLevel) => Promise<Outcome>

async function outcomeOf(run: (warnings: string[], infos: string[]) => Promise<string>): Promise<Outcome> {
  const warnings: string[] = []
  const infos: string[] = []
  const outcome = await run(warnings, infos).then(
    (code) => ({ error: undefined, code }),
    (error: Error) => ({ error: error.message, code: '' }),
  )
  return { ...outcome, warnings: warnings.join('\n'), infos: infos.join('\n') }
}

const builds: Record<string, Build> = {
  vite: (options) =>
    outcomeOf(async (warnings, infos) => {
      const customLogger = createLogger('warn')
      customLogger.info = (message) => void infos.push(message)
      customLogger.warn = (message) => void warnings.push(message)
      customLogger.warnOnce = customLogger.warn
      customLogger.error = () => {}
      const result = await viteBuild({
        root,
        configFile: false,
        customLogger,
        logLevel: 'warn',
        build: { write: false, copyPublicDir: false },
        plugins: [themeConvert.vite(options)],
      })
      const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
      return outputs.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')
    }),
  rollup: (options) =>
    outcomeOf(async (warnings, infos) => {
      const bundle = await rollup({
        input: path.join(root, 'plain.js'),
        onLog: (level, { message }) => void (level === 'info' ? infos : warnings).push(message),
        plugins: [themeConvert.rollup({ root, ...options })],
      })
      const { output } = await bundle.generate({})
      await bundle.close()
      return output[0].code
    }),
  webpack: (options) =>
    outcomeOf(
      (warnings, infos) =>
        new Promise((resolve, reject) => {
          const compiler = webpack({
            context: root,
            entry: './main.js',
            mode: 'development',
            devtool: false,
            output: { path: path.join(root, 'out') },
            plugins: [themeConvert.webpack(options)],
          })
          compiler?.run((error, stats) => {
            const {
              errors = [],
              warnings: said = [],
              logging = {},
            } = stats?.toJson({ all: false, errors: true, warnings: true, logging: 'info' }) ?? {}
            infos.push(...(logging['theme-convert']?.entries ?? []).map(({ message = '' }) => message))
            warnings.push(...said.map(({ message }) => message))
            compiler.close(() => {
              if (error) reject(error)
              else if (errors.length > 0) reject(new Error(errors.map(({ message }) => message).join('\n')))
              else resolve(readFileSync(path.join(root, 'out/main.js'), 'utf8'))
            })
          })
        }),
    ),
  esbuild: (options, logLevel = 'silent') =>
    outcomeOf(async (warnings, infos) => {
      vi.spyOn(console, 'error').mockImplementation((message) => void infos.push(message))
      const inLines = (messages: readonly esbuild.Message[], severity: string) =>
        messages.map(({ text, location }) =>
          location === null
            ? text
            : `${location.file}:${location.line}:${location.column + 1}: ${severity}: ${text}`,
        )
      const result = await esbuild
        .build({
          absWorkingDir: root,
          entryPoints: ['main.js'],
          bundle: true,
          write: false,
          logLevel,
          plugins: [themeConvert.esbuild(options)],
        })
        .catch(({ errors }: esbuild.BuildFailure) => {
          throw new Error(inLines(errors, 'error').join('\n'))
        })
      warnings.push(...inLines(result.warnings, 'warning'))
      return result.outputFiles.map(({ text }) => text).join('')
    }),
}

describe('a file with many findings', () => {
  it.each([
    [{}, 100, '30 more findings with this code'],
    [{ maxFindings: 3 }, 3, '127 more findings with this code'],
  ])('has so many of each code told, and the others counted: %j', async (options, most, more) => {
    const extras = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`extra${index}`, index]))
    setTheme(JSON.stringify({ ...exampleTheme(), ...extras }))
    const files = 'public/theme.json'
    const { warnings } = await (builds['rollup'] as Build)({
      files,
      rules: { 'unknown-key': 'warning' },
      ...options,
    })
    // One of them says how many more there are.
    expect(warnings.match(/\(unknown-key\)/g)).toHaveLength(most + 1)
    expect(warnings).toContain(more)
    const { error } = await (builds['rollup'] as Build)({
      files,
      rules: { 'unknown-key': 'warning' },
      maxWarnings: 129,
      ...options,
    })
    expect(error).toContain('130 warnings: more than the 129 that maxWarnings allows')
  })
})

describe.each(Object.entries(builds))('a build with %s', (name, build) => {
  it('goes through with a valid theme, and leaves modules as they are', async () => {
    const { error, warnings, code } = await build({ files: 'public/theme.json' })
    expect({ error, warnings }).toEqual({ error: undefined, warnings: '' })
    if (name !== 'rollup') expect(code).toContain('Acme Cloud')
  })

  it('fails for an error, with its place', async () => {
    setTheme(withError)
    const line = withError.split('\n').findIndex((text) => text.includes('javascript:')) + 1
    const { error } = await build({ files: 'public' })
    expect(error).toContain(`${path.join('public', 'theme.json')}:${line}:18: error: `)
    expect(error).toContain('(script-link)')
  })

  it('only warns of a warning, and fails for it when told to be strict', async () => {
    setTheme(withWarning)
    const loose = await build({ files: '**/theme.json' })
    expect(loose.error).toBeUndefined()
    expect(loose.warnings).toContain('(absolute-logo)')
    expect((await build({ files: '**/theme.json', strict: true })).error).toContain('(absolute-logo)')
    expect(
      await build({ files: '**/theme.json', rules: { 'absolute-logo': 'off' }, strict: true }),
    ).toMatchObject({
      error: undefined,
      warnings: '',
    })
  })

  it("shows infos as the bundler's own, and never fails for them", async () => {
    setTheme(withInfo)
    const { error, warnings, infos } = await build({ files: 'public', strict: true, maxWarnings: 0 }, 'info')
    expect({ error, warnings }).toEqual({ error: undefined, warnings: '' })
    expect(infos).toMatch(/theme\.json:\d+:3: info: .*\(unknown-key\)/)
    if (name === 'esbuild') expect((await build({ files: 'public' }, 'warning')).infos).toBe('')
  })

  it('fails for what is no JSON, and where there is nothing to check', async () => {
    setTheme('{ "common": {}, }')
    expect((await build({ files: 'public' })).error).toMatch(/theme\.json:1:15: error: .*syntax-error/s)
    expect((await build({ files: 'themes/**/theme.json' })).error).toContain('No file matches')
    expect((await build({ files: 'public/none.json' })).error).toContain('no such file')
  })

  it('takes what the configuration file says, and what is given over it', async () => {
    const configure = (values: unknown, file = 'theme-convert.json') =>
      writeFileSync(path.join(root, file), typeof values === 'string' ? values : JSON.stringify(values))
    setTheme(withWarning)
    configure({ files: ['public'], maxWarnings: 0, $schema: 'x' })
    const { error } = await build({})
    expect(error).toContain('(configuration: theme-convert.json)')
    expect(error).toContain('(absolute-logo)')
    expect((await build({ maxWarnings: 9 })).error).toBeUndefined()
    expect((await build({ config: false, files: 'public' })).error).toBeUndefined()
    expect(await build({ rules: { 'absolute-logo': 'off' } })).toMatchObject({
      error: undefined,
      warnings: '',
    })
    configure({ files: ['public'], rules: { 'absolute-logo': 'off', 'image-script': 'off' }, images: true })
    expect(await build({})).toMatchObject({ error: undefined, warnings: '' })
    expect((await build({ rules: { 'absolute-logo': 'error' } })).error).toContain('(absolute-logo)')
    configure({ files: ['../none'] }, 'public/check.json')
    expect((await build({ config: 'public/check.json', files: 'public' })).error).toBeUndefined()
    configure({ files: ['theme.json'], strict: true }, 'public/check.json')
    expect((await build({ config: 'public/check.json' })).error).toContain('(absolute-logo)')
    expect((await build({ config: 'none.json' })).error).toContain("none.json can't be read")
    configure({ files: ['public'], assets: 'none' })
    expect((await build({})).error).toContain('"assets" in theme-convert.json: "none" is not a folder.')
    configure({ files: ['public'], themeFile: 'none.json' })
    expect((await build({})).error).toContain('"themeFile" in theme-convert.json: none.json can\'t be read')
    configure('{ "strikt": true }')
    expect((await build({})).error).toContain(
      'theme-convert.json, line 1, column 3 (/strikt): Unknown key "strikt". Did you mean "strict"?',
    )
  })

  it('shows paths from the working folder, whose configuration counts without one in the root', async () => {
    vi.mocked(process.cwd).mockReturnValue(workspace)
    const configure = (file: string, text: string) => writeFileSync(path.join(workspace, file), text)
    configure('theme-convert.json', '{ "files": ["web"], "rules": { "absolute-logo": "error" } }')
    setTheme(withWarning)
    const theme = path.join('web/public/theme.json')
    const { error } = await build({})
    expect(error).toContain('(configuration: theme-convert.json)')
    expect(error).toContain(`\n${theme}:5:13: error: `)
    expect((await build({ config: false })).warnings).toContain(`${theme}:5:13: warning: `)
    expect((await build({ files: 'none/*' })).error).toContain('"files" below web: No file matches none/*')
    const own = path.join('web/theme-convert.json')
    configure(own, '{ "files": ["none/*"] }')
    expect((await build({})).error).toContain(`"files" in ${own}: No file matches none/*`)
    configure(own, '{ "strikt": true }')
    expect((await build({})).error).toContain(`${own}, line 1, column 3`)
    const missing = path.join('web/none.json')
    expect((await build({ config: 'none.json' })).error).toContain(`${missing} can't be read`)
  })

  it('checks themes for the product of their folder, and finds those that no server reads', async () => {
    const themes = path.join(root, 'public/themes')
    mkdirSync(path.join(themes, 'acme'), { recursive: true })
    mkdirSync(path.join(themes, 'opencloud'), { recursive: true })
    const openCloud = JSON.stringify(openCloudTheme({}).document, null, 2)
    writeFileSync(path.join(themes, 'opencloud/theme.json'), openCloud)
    writeFileSync(path.join(themes, 'acme/theme.json'), '{ "common": {}, "clients": { "web": {} } }')
    writeFileSync(path.join(themes, 'acme/theme.jsonc'), fine)
    const said = await build({ files: 'public/themes' }, 'info')
    expect(said.error).toContain('OpenCloud')
    expect(said.error).not.toContain('(theme-misnamed)')
    expect(said.infos).toContain('is checked for opencloud-7.3')
    expect(said.infos).toContain('Pass "target" for another release.')
    rmSync(path.join(themes, 'opencloud'), { recursive: true })
    writeFileSync(path.join(themes, 'acme/theme.json'), fine)
    expect((await build({ files: 'public/themes' })).warnings).toMatch(/theme\.jsonc.*\(theme-misnamed\)/)
  })

  it('looks for images where it is told to', async () => {
    const { warnings } = await build({ files: 'public', assets: 'public' })
    expect(warnings.match(/\(image-missing\)/g)?.length).toBeGreaterThan(0)
  })
})

/** Writes a theme again and again until a watcher, which may not be watching yet, has seen it. */
async function untilSeen<Event>(seen: Promise<Event>, text: string): Promise<Event> {
  let version = 0
  const timer = setInterval(() => {
    version += 1
    setTheme(text + '\n'.repeat(version))
  }, 100)
  try {
    return await seen
  } finally {
    clearInterval(timer)
  }
}

describe('while somebody develops', () => {
  it("checks again when a theme changes, in Rollup's watcher", async () => {
    const watcher = watch({
      input: path.join(root, 'plain.js'),
      plugins: [themeConvert.rollup({ root, files: 'public' })],
      watch: { skipWrite: true, chokidar: { usePolling: true, interval: 20 } },
    })
    const next = (code: RollupWatcherEvent['code']) =>
      new Promise<RollupWatcherEvent>((resolve) => {
        const listen = (event: RollupWatcherEvent) => {
          if (event.code !== code) return
          watcher.off('event', listen)
          resolve(event)
        }
        watcher.on('event', listen)
      })
    try {
      await next('END')
      const event = await untilSeen(next('ERROR'), withError)
      expect(event.code === 'ERROR' && event.error.message).toContain('(script-link)')
      expect((await untilSeen(next('BUNDLE_END'), fine)).code).toBe('BUNDLE_END')
    } finally {
      await watcher.close()
    }
  })

  it("checks again when a theme changes, in esbuild's watcher", async () => {
    const results: esbuild.BuildResult[] = []
    let heard: (() => void) | undefined
    const context = await esbuild.context({
      absWorkingDir: root,
      entryPoints: ['plain.js'],
      write: false,
      logLevel: 'silent',
      plugins: [
        themeConvert.esbuild({ files: 'public' }),
        {
          name: 'listen',
          setup: ({ onEnd }) =>
            onEnd((result) => {
              results.push(result)
              heard?.()
            }),
        },
      ],
    })
    const next = () =>
      new Promise<void>((resolve) => {
        heard = resolve
      })
    try {
      const first = next()
      await context.watch()
      await first
      expect(results.at(-1)).toMatchObject({ errors: [], warnings: [] })
      await untilSeen(next(), withError)
      expect(
        results
          .at(-1)
          ?.errors.map(({ text }) => text)
          .join(),
      ).toContain('(script-link)')
    } finally {
      await context.dispose()
    }
  })
})

describe('an error in esbuild', () => {
  it('has its place, as esbuild counts it, and its line', async () => {
    const line = '  "common": { "name": "Äcme – ☁", "urls": { "imprint": "javascript:alert(1)" } },'
    setTheme(`{\n${line}\n  "clients": {}\n}`)
    const { errors } = await esbuild
      .build({
        absWorkingDir: root,
        entryPoints: ['main.js'],
        write: false,
        logLevel: 'silent',
        plugins: [themeConvert.esbuild({ files: 'public' })],
      })
      .catch((failure: esbuild.BuildFailure) => failure)
    const { location, text } = errors.find((error) => error.text.endsWith('(script-link)')) as esbuild.Message
    expect(text).toMatch(/^A click /)
    const bytes = Buffer.from(line)
    expect(location).toMatchObject({
      file: path.join('public/theme.json'),
      line: 2,
      column: bytes.indexOf('"javascript'),
      length: '"javascript:alert(1)"'.length,
      lineText: line,
    })
  })
})

describe('a build of several environments of Vite', () => {
  it('has each finding once, also when a theme is built again', async () => {
    setTheme(withWarning)
    const warnings: string[] = []
    const customLogger = createLogger('warn')
    customLogger.warn = (message) => void warnings.push(message)
    const buildAll = async () => {
      const builder = await createBuilder({
        root,
        configFile: false,
        customLogger,
        logLevel: 'warn',
        build: { write: false, copyPublicDir: false },
        environments: {
          client: { build: { write: false, rollupOptions: { input: path.join(root, 'plain.js') } } },
          ssr: { build: { write: false, rollupOptions: { input: path.join(root, 'plain.js') } } },
        },
        plugins: [themeConvert.vite({ files: 'public' })],
      })
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
      return warnings.splice(0).filter((warning) => warning.includes('(absolute-logo)')).length
    }
    expect(await buildAll()).toBe(1)
    expect(await buildAll()).toBe(1)
  })
})

describe('while somebody adds a theme beside others', () => {
  /** Makes the folder of a theme, and later the theme in it, again and again until it was seen. */
  async function untilFound<Event>(seen: Promise<Event>): Promise<Event> {
    let version = 0
    const timer = setInterval(() => {
      version += 1
      const folder = path.join(root, `public/themes/beta${version}`)
      mkdirSync(folder)
      setTimeout(() => existsSync(folder) && writeFileSync(path.join(folder, 'theme.json'), withError), 50)
    }, 1000)
    try {
      return await seen
    } finally {
      clearInterval(timer)
    }
  }
  beforeEach(() => {
    rmSync(themeFile())
    mkdirSync(path.join(root, 'public/themes/acme'), { recursive: true })
    writeFileSync(path.join(root, 'public/themes/acme/theme.json'), fine)
    rmSync(path.join(root, 'main.js'))
  })
  const files = 'public/themes/*/theme.json'

  it("checks it in Rollup's watcher", async () => {
    const watcher = watch({
      input: path.join(root, 'plain.js'),
      plugins: [themeConvert.rollup({ root, files })],
      watch: { skipWrite: true, chokidar: { usePolling: true, interval: 20 } },
    })
    try {
      const said = await untilFound(
        new Promise<string>((resolve) => {
          watcher.on('event', (event) => {
            if (event.code === 'ERROR') resolve(event.error.message)
          })
        }),
      )
      expect(said).toMatch(/beta\d+.theme\.json:.*\(script-link\)/)
    } finally {
      await watcher.close()
    }
  })

  it("checks it in esbuild's watcher", async () => {
    let heard: (text: string) => void = () => {}
    const said = new Promise<string>((resolve) => {
      heard = resolve
    })
    const context = await esbuild.context({
      absWorkingDir: root,
      entryPoints: ['plain.js'],
      write: false,
      logLevel: 'silent',
      plugins: [
        themeConvert.esbuild({ files }),
        {
          name: 'listen',
          setup: ({ onEnd }) =>
            onEnd(({ errors }) => {
              const found = errors.find(({ text }) => text.endsWith('(script-link)'))
              if (found !== undefined) heard(String(found.location?.file))
            }),
        },
      ],
    })
    try {
      await context.watch()
      expect(await untilFound(said)).toMatch(/beta\d+.theme\.json$/)
    } finally {
      await context.dispose()
    }
  })

  it("checks it in webpack's watcher", async () => {
    const compiler = webpack({
      context: root,
      entry: './plain.js',
      mode: 'development',
      devtool: false,
      output: { path: path.join(root, 'out') },
      plugins: [themeConvert.webpack({ files })],
    })
    const watched = new Set<string>()
    const said = new Promise<string>((resolve) => {
      compiler?.watch({ aggregateTimeout: 20 }, (_, stats) => {
        for (const folder of stats?.compilation.contextDependencies ?? []) watched.add(folder)
        const { errors = [] } = stats?.toJson({ all: false, errors: true }) ?? {}
        if (errors.length > 0) resolve(errors.map(({ message }) => message).join())
      })
    })
    try {
      expect(await untilFound(said)).toMatch(/beta\d+.theme\.json:.*\(script-link\)/)
      // Shortly after its start, webpack builds again without a change that it watches for.
      expect([...watched]).toContain(path.join(root, 'public/themes'))
    } finally {
      await new Promise((resolve) => compiler?.close(resolve))
    }
  })
})

describe('the place of a project', () => {
  it.each(['my project (2)', '{a,b}', '[x]', '!no', 'node_modules/some-package'])(
    'may be called %s',
    async (name) => {
      const { buildStart } = themeConvert.rollup({ root: path.join(root, name) }) as Plugin
      mkdirSync(path.join(root, name, 'public'), { recursive: true })
      writeFileSync(path.join(root, name, 'public/theme.json'), withError)
      mkdirSync(path.join(root, name, 'node_modules/other'), { recursive: true })
      writeFileSync(path.join(root, name, 'node_modules/other/theme.json'), withError)
      const watched: string[] = []
      const context = { addWatchFile: (file: string) => void watched.push(file), warn: () => {} }
      const error = await Promise.resolve(
        (buildStart as FunctionPluginHooks['buildStart']).call(context as never, {} as never),
      ).then(String, String)
      expect(error).toMatch(/^[^\n]*\n[^\n]*$/)
      expect(error).toContain(`\n${path.join(name, 'public/theme.json')}:`)
      const places = ['public/theme.json', 'public'].map((place) => path.join(root, name, place))
      expect(watched).toEqual(places.map((place) => place.replaceAll('\\', '/')))
    },
  )
})

describe("Vite's server", () => {
  /** What the server logs, and what it sends to an open page. */
  let logged: string[]
  let sent: object[]
  let pageOpened: (page: { send(text: string): void }) => void
  let server: ViteDevServer

  const start = async (options: PluginOptions) => {
    logged = []
    sent = []
    const customLogger = createLogger('info')
    for (const severity of ['info', 'warn', 'error'] as const)
      customLogger[severity] = (message) => void logged.push(`${severity}: ${message}`)
    server = await createServer({
      root,
      configFile: false,
      customLogger,
      optimizeDeps: { noDiscovery: true },
      server: { middlewareMode: true, ws: false, watch: null },
      plugins: [
        {
          name: 'page',
          configureServer({ ws }) {
            vi.spyOn(ws, 'clients', 'get').mockReturnValue(new Set([{}]) as never)
            Object.assign(ws, {
              send: (message: object) => void sent.push(message),
              on: (_: 'connection', listener: typeof pageOpened) => {
                pageOpened = listener
              },
            })
          },
        },
        themeConvert.vite(options),
      ],
    })
    await server.environments.client.pluginContainer.buildStart()
  }
  afterEach(() => server.close())

  /** Writes or deletes a file, and returns what was logged and sent then. */
  const change = async (file: string, text: string | undefined) => {
    logged.length = 0
    sent.length = 0
    const place = path.join(root, file)
    const event = text === undefined ? 'delete' : existsSync(place) ? 'update' : 'create'
    mkdirSync(path.dirname(place), { recursive: true })
    if (text === undefined) rmSync(place)
    else writeFileSync(place, text)
    await server.environments.client.pluginContainer.watchChange(place.replaceAll('\\', '/'), { event })
    return { log: logged.join('\n'), sent: [...sent] }
  }

  const overlay = (text: string) => ({
    type: 'error',
    err: { message: expect.stringContaining(text), stack: '', plugin: 'theme-convert' },
  })
  const noOverlay = { type: 'update', updates: [] }

  it('shows errors as such, also over its page, and stays alive', async () => {
    await start({ files: 'public' })
    expect(logged).toEqual([])
    const broken = await change('public/theme.json', withError)
    expect(broken.log).toMatch(
      /^error: theme-convert: 1 error\npublic.theme\.json:8:18: error: .*\(script-link\)$/,
    )
    expect(broken.sent).toEqual([overlay('(script-link)')])
    expect(await server.transformRequest('/plain.js')).toBeTruthy()
    const texts: string[] = []
    const open = () => {
      pageOpened({ send: (text) => void texts.push(text) })
      return texts.splice(0).map((text) => JSON.parse(text) as unknown)
    }
    expect(open()).toEqual([overlay('(script-link)')])
    // A saved error is said again; other files say nothing.
    expect((await change('public/theme.json', `${withError}\n`)).log).toContain('(script-link)')
    expect(await change('main.js', '')).toEqual({ log: '', sent: [] })
    expect(await change('public/theme.json', fine)).toEqual({
      log: 'info: theme-convert: all errors are corrected',
      sent: [noOverlay],
    })
    expect(open()).toEqual([])
  })

  it('counts the warnings of all themes, however often one changes', async () => {
    writeFileSync(path.join(root, 'public/other.json'), withWarning)
    await start({ files: 'public/*.json', maxWarnings: 1 })
    expect(logged).toEqual([expect.stringMatching(/^warn: public.other\.json:.*\(absolute-logo\)$/)])
    for (const _ of [1, 2, 3]) {
      expect((await change('public/theme.json', withWarning)).log).toMatch(
        /^error: theme-convert: 2 warnings: more than the 1 that maxWarnings allows\npublic.other.*\npublic.theme.*$/,
      )
      // The other theme still has its warning.
      expect((await change('public/theme.json', fine)).log).toMatch(
        /^warn: public.other.*\ninfo: .* corrected$/,
      )
    }
  })

  it('sees new and deleted themes, the configuration and the theme below a branding file', async () => {
    writeFileSync(path.join(root, 'theme-convert.json'), '{ "files": ["themes/**/theme.json"] }')
    await start({})
    const none = 'error: theme-convert: "files" in theme-convert.json: No file matches themes/**/theme.json'
    expect(logged).toEqual([expect.stringContaining(none)])
    expect((await change('themes/acme/theme.json', withError)).log).toContain('(script-link)')
    expect((await change('themes/beta/theme.json', withWarning)).log).toMatch(/^warn: .*\(absolute-logo\)$/)
    expect((await change('themes/acme/theme.json', undefined)).log).toBe(
      'info: theme-convert: all errors are corrected',
    )
    expect((await change('theme-convert.json', '{ "strikt": true }')).log).toContain('Did you mean "strict"?')
    const configured = '{ "files": ["public/theme.json"], "as": "branding", "themeFile": "base.json" }'
    expect((await change('theme-convert.json', configured)).log).toContain('"themeFile"')
    expect((await change('base.json', fine)).log).toContain('corrected')
    expect((await change('base.json', '{')).log).toContain('"themeFile"')
  })
})

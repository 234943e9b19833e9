import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonObject } from '../../src/json/value.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { inRoot, requireBuild } from '../package/built.js'
import { blocksOf } from '../pages/blocks.js'
import { changed } from '../support/change.js'

requireBuild()

interface Step {
  id: string
  shell: string
  if?: string
  env: Record<string, string>
  run: string
}

const action = parse(readFileSync(inRoot('action.yml'), 'utf8')) as {
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { description: string; value: string }>
  runs: { using: string; steps: Step[] }
}
const [step, drawing] = action.runs.steps as [Step, Step]
const hooks = parse(readFileSync(inRoot('.pre-commit-hooks.yaml'), 'utf8')) as {
  id: string
  entry: string
  language: string
  files: string
}[]
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { name: string; version: string }
const recipes = blocksOf(readFileSync(inRoot('docs', 'pipelines.md'), 'utf8')).filter(
  ({ language }) => language === 'yaml',
)

let folder: string

function write(name: string, document: unknown): void {
  const file = path.join(folder, 'project', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(document, null, 2))
}

/** Runs a script where `theme-convert` and `npx` are what they would be with the package installed. */
function bash(script: string, environment: Record<string, string> = {}, cwd = path.join(folder, 'project')) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd,
    env: {
      ...process.env,
      PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH']}`,
      ...environment,
    },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** Runs the action as GitHub does: the expressions in `env` become the values of the inputs. */
function runAction(
  inputs: Record<string, string> = {},
  { env, run } = step,
  more: Record<string, string> = {},
) {
  const environment = Object.fromEntries(
    Object.entries(env).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] as string
      return [name, inputs[input] ?? (action.inputs[input]?.default as string)]
    }),
  )
  const [output, summary] = ['output', 'summary'].map((name) => path.join(folder, name)) as [string, string]
  for (const file of [output, summary]) writeFileSync(file, '')
  const ended = bash(run, {
    ...environment,
    RUNNER_TEMP: path.join(folder, 'temp'),
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    ...more,
  })
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean)
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<
    string,
    string
  >
  return { ...ended, outputs, summary: readFileSync(summary, 'utf8') }
}

/** What the action calls, without running it. */
function callOf(inputs: Record<string, string>) {
  const record = path.join(folder, 'call')
  const { status } = runAction(inputs, step, { RECORD: record })
  expect(status).toBe(0)
  return readFileSync(record, 'utf8').split('\0').slice(0, -1)
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-pipelines-'))
  mkdirSync(path.join(folder, 'bin'))
  mkdirSync(path.join(folder, 'temp'))
  symlinkSync(inRoot('dist/cli.cjs'), path.join(folder, 'bin/theme-convert'))
  chmodSync(inRoot('dist/cli.cjs'), 0o755)
  const npx = path.join(folder, 'bin/npx')
  const script = [
    `if [ -n "$RECORD" ]; then printf '%s\\0' "$@" > "$RECORD"; exit; fi`,
    'if [ "$2" = --package ]; then echo "$3 $5" >&2; shift 6',
    'else echo "$1 $2" >&2; shift 2; fi',
    'exec theme-convert "$@"',
  ]
  writeFileSync(npx, `#!/usr/bin/env bash\n${script.join('\n')}\n`)
  chmodSync(npx, 0o755)
  write('good/theme.json', exampleTheme())
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the GitHub action', () => {
  it('is a composite action whose inputs never become a part of the script', () => {
    expect(action.runs.using).toBe('composite')
    expect(action.runs.steps).toHaveLength(2)
    for (const { shell, run } of [step, drawing]) {
      expect(shell).toBe('bash')
      expect(run).not.toContain('${{')
    }
    const values = [step, drawing].flatMap(({ env }) => Object.values(env))
    const used = [...new Set(values.map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]))]
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort())
    for (const { description } of Object.values({ ...action.inputs, ...action.outputs }))
      expect(description).toMatch(/\.$/)
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(
        name === 'preview'
          ? `\${{ steps.preview.outputs.folder }}`
          : `\${{ steps.${step.id}.outputs.${name} }}`,
      )
  })

  it('takes the release that this is by default', () => {
    expect(manifest.version.startsWith(`${action.inputs['version']?.default}.`)).toBe(true)
    expect(runAction().stderr).toContain(`--yes theme-convert@${action.inputs['version']?.default}\n`)
  })

  it('passes for good themes, and annotates bad ones', () => {
    expect(runAction()).toMatchObject({ status: 0, stdout: '' })
    write(
      'bad/theme.json',
      changed(exampleTheme() as JsonObject, { at: '/common/urls/imprint', value: 'javascript:1' }),
    )
    const { status, stdout } = runAction()
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=bad\/theme\.json,line=\d+,.*title=[^:]*\(script-link\)::/)
    const inputs = { files: 'good/theme.json\n\nbad', rules: 'script-link=off\nlow-contrast=off\n' }
    expect(runAction(inputs)).toMatchObject({ status: 0 })
    rmSync(path.join(folder, 'project/bad'), { recursive: true })
  })

  it('passes every input on', () => {
    write('warned/theme.json', changed(exampleTheme() as JsonObject, { at: '/common/logo', value: '/a.svg' }))
    expect(runAction().status).toBe(0)
    expect(runAction({ strict: 'true' }).status).toBe(1)
    for (const yes of ['True', 'yes']) expect(callOf({ strict: yes })).toContain('--strict')
    for (const no of ['', 'NO']) expect(callOf({ strict: no })).not.toContain('--strict')
    expect(runAction({ strict: 'ture' })).toMatchObject({
      status: 2,
      stdout: '::error::The input strict must be true or false.\n',
    })
    const inputs = { 'max-warnings': '0', assets: 'good', target: 'ocis-7', rules: 'a=off\n\nb=off\n' }
    const call = [
      '--target=ocis-7',
      '--assets=good',
      '--max-warnings=0',
      '--rule=a=off',
      '--rule=b=off',
      '--',
    ]
    expect(callOf({ ...inputs, files: 'a b\n\nc\n' }).slice(-8)).toEqual([...call, 'a b', 'c'])
    const { status, stdout } = runAction({ ...inputs, rules: 'low-contrast=off' })
    expect([status, stdout]).toEqual([1, expect.stringContaining('image-missing')])
    expect(runAction({ target: 'ocis-99' })).toMatchObject({ status: 2, outputs: {}, summary: '' })
    rmSync(path.join(folder, 'project/warned'), { recursive: true })
  })

  it('draws files, with the summary for the job and the pictures in a folder', () => {
    const at = (name: string) => path.join(folder, name)
    const draw = (preview: string, inputs: Record<string, string> = {}) =>
      runAction({ preview, ...inputs }, drawing, {
        RUNNER_TEMP: folder,
        GITHUB_STEP_SUMMARY: at('summary.md'),
        GITHUB_OUTPUT: at('output'),
      })
    expect(drawing.if).toContain("inputs.preview != ''")
    write('with space/legacy.json', exampleLegacyTheme())
    const { status, stderr } = draw('good/theme.json\n\nwith space/legacy.json\n', { target: 'ocis-7' })
    expect([status, stderr]).toEqual([0, expect.stringMatching(/theme-convert@[\d.]+ sharp@/)])
    expect(readFileSync(at('output'), 'utf8')).toBe(`folder=${at('theme-preview')}\n`)
    const summary = readFileSync(at('summary.md'), 'utf8')
    expect(summary).toMatch(/^# Preview of theme\.json\n.*oCIS 7.*\n# Preview of legacy\.json\n/s)
    expect(summary).not.toMatch(/^!\[/m)
    for (const name of ['1/preview.md', '1/theme-1.png', '2/preview.md', '2/theme-1.png'])
      expect(readFileSync(path.join(at('theme-preview'), name)).length, name).toBeGreaterThan(100)
    for (const name of ['missing.json', '--output=x', '$(touch hacked)'])
      expect(draw(name).status, name).toBe(2)
    expect(bash('test ! -e hacked -a ! -e x').status).toBe(0)
    rmSync(path.join(folder, 'project/with space'), { recursive: true })
  })

  it('counts what it found for later steps, keeps the findings in files, and sums them up', () => {
    write('warned/theme.json', changed(exampleTheme() as JsonObject, { at: '/common/logo', value: '/a.svg' }))
    write(
      'bad/theme.json',
      changed(exampleTheme() as JsonObject, { at: '/common/urls/imprint', value: 'javascript:1' }),
    )
    write('told/theme.json', changed(exampleTheme() as JsonObject, { at: '/ours', value: 1 }))
    const { status, outputs, summary } = runAction()
    expect(status).toBe(1)
    const names = Object.keys(action.outputs).filter((name) => name !== 'preview')
    expect(Object.keys(outputs).sort()).toEqual(names.sort())
    expect(outputs).toMatchObject({ errors: '1', warnings: '1', infos: '1', target: 'ocis-8' })
    const { files } = JSON.parse(readFileSync(outputs['findings'] as string, 'utf8')) as {
      files: { file: string }[]
    }
    const read = ['bad', 'good', 'told', 'warned'].map((name) => `${name}/theme.json`)
    expect(files.map(({ file }) => file)).toEqual(read)
    expect(JSON.parse(readFileSync(outputs['sarif'] as string, 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(summary).toContain('| bad/theme.json | ocis-8 | 1 | 0 | 0 |')
    expect(summary).toContain('1 error, 1 warning, 1 info in 4 files')
    for (const name of ['warned', 'bad', 'told'])
      rmSync(path.join(folder, 'project', name), { recursive: true })
  })

  it('takes the configuration file of the repository, or the one that is named', () => {
    write('warned/theme.json', changed(exampleTheme() as JsonObject, { at: '/common/logo', value: '/a.svg' }))
    write('theme-convert.json', { files: ['warned'], strict: true })
    expect(runAction()).toMatchObject({ status: 1, outputs: { warnings: '1' } })
    expect(runAction({ files: 'good' }).status).toBe(0)
    write('ci/check.json', { files: ['../good'] })
    expect(runAction({ config: 'ci/check.json' })).toMatchObject({ status: 0, outputs: { target: 'ocis-8' } })
    for (const name of ['warned', 'ci', 'theme-convert.json'])
      rmSync(path.join(folder, 'project', name), { recursive: true })
  })

  it.each<[string, Record<string, string>, string]>([
    ['a command in a name', { files: '$(touch hacked)' }, '$(touch hacked)'],
    ['a command behind a name', { files: 'theme.json; touch hacked' }, 'theme.json; touch hacked'],
    ['a quote', { files: '"; touch hacked; "' }, '"; touch hacked; "'],
    ['a command in a rule', { rules: '`touch hacked`' }, '--rule=`touch hacked`'],
    ['a command in a target', { target: '$(touch hacked)' }, '--target=$(touch hacked)'],
    ['a command in a version', { version: '1; touch hacked' }, 'theme-convert@1; touch hacked'],
  ])('carries out nothing that stands in an input: %s', (_, inputs, argument) => {
    expect(callOf(inputs)).toContain(argument)
    expect(bash('test ! -e hacked').status).toBe(0)
  })

  it('takes no option for a name', () => {
    expect(callOf({ files: '--assets=/' }).slice(-2)).toEqual(['--', '--assets=/'])
    expect(runAction({ files: '--assets=/' }).status).toBe(2)
  })
})

describe('the pre-commit hooks', () => {
  it('have what pre-commit asks for', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['theme-convert-validate', 'theme-convert-check'])
    for (const { entry, language, files } of hooks) {
      const release = action.inputs['version']?.default
      expect(entry.startsWith(`npx --yes theme-convert@${release} `)).toBe(true)
      // "node" would install everything that this repository is developed with.
      expect(language).toBe('system')
      const pattern = new RegExp(files)
      expect(['theme.json', 'a/theme.json'].every((name) => pattern.test(name))).toBe(true)
      expect(['my-theme.json', 'theme.json5', 'themes.json'].some((name) => pattern.test(name))).toBe(false)
    }
  })

  it.each([
    ['theme-convert-validate', 'good/theme.json other/theme.json', 0],
    ['theme-convert-validate', 'good/theme.json old/theme.json', 1],
    ['theme-convert-check', 'good/theme.json other/theme.json', 0],
    ['theme-convert-check', 'good/theme.json old/theme.json', 1],
    ['theme-convert-check', 'old/theme.json good/theme.json', 1],
  ])('%s with %s ends with %i', (id, files, status) => {
    write('other/theme.json', exampleTheme())
    write('old/theme.json', exampleLegacyTheme())
    const hook = hooks.find((candidate) => candidate.id === id)
    expect(bash(`${hook?.entry} ${files}`).status).toBe(status)
    for (const name of ['other', 'old']) rmSync(path.join(folder, 'project', name), { recursive: true })
  })
})

describe('the recipes of the pages', () => {
  const recipe = (text: string) =>
    parse(recipes.find((block) => block.text.includes(text))?.text ?? '') as never

  it('has one for GitHub that gives the action inputs which it has', () => {
    const workflow = recipe('uses:') as {
      jobs: Record<string, { steps: { uses?: string; with?: object }[] }>
    }
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
    const own = steps.find(({ uses }) => uses?.includes('theme-convert'))
    expect(Object.keys(action.inputs)).toEqual(
      expect.arrayContaining(Object.keys(own?.with ?? { missing: true })),
    )
    expect(runAction(own?.with as Record<string, string>).status).toBe(0)
  })

  it('has one for GitHub without the action, whose script writes the report that the next step reads', () => {
    const workflow = recipe('sarif_file') as {
      jobs: Record<string, { steps: { run?: string; with?: { sarif_file?: string } }[] }>
    }
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
    expect(bash(steps.find(({ run }) => run !== undefined)?.run ?? 'false').status).toBe(0)
    const report = steps.find((each) => each.with?.sarif_file !== undefined)?.with?.sarif_file as string
    expect(JSON.parse(readFileSync(path.join(folder, 'project', report), 'utf8'))).toHaveProperty(
      'version',
      '2.1.0',
    )
    rmSync(path.join(folder, 'project', report))
  })

  it('has one for GitLab whose script writes the report that it names', () => {
    const jobs = recipe('codequality') as Record<
      string,
      { script: string[]; artifacts: { reports: { codequality: string } } }
    >
    const [job] = Object.values(jobs)
    expect(bash((job?.script ?? []).join('\n')).status).toBe(0)
    const report = path.join(folder, 'project', job?.artifacts.reports.codequality as string)
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual([])
  })

  it('has one for pre-commit that names hooks which there are, and one that needs none', () => {
    const { repos } = recipe('rev:') as { repos: { hooks: { id: string }[] }[] }
    const names = repos.flatMap(({ hooks: used }) => used.map(({ id }) => id))
    expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(names))
    expect(names.length).toBeGreaterThan(0)
    const local = recipe('repo: local') as {
      repos: {
        hooks: { entry: string; files: string; language: string; additional_dependencies: string[] }[]
      }[]
    }
    const [hook] = local.repos[0]?.hooks ?? []
    expect(hook).toMatchObject({ language: 'node', files: hooks[0]?.files })
    expect(hook?.additional_dependencies).toEqual([`theme-convert@${action.inputs['version']?.default}`])
    expect(bash(`${hook?.entry} good/theme.json`).status).toBe(0)
  })
})

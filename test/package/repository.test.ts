import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inRoot, requireBuild, run, succeed } from './built.js'

const read = (file: string) => readFileSync(inRoot(file), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  version: string
  repository: { url: string }
  scripts: Record<string, string>
}

/** What is in a folder of the repository, but for what is built or installed. */
function filesBelow(folder: string): string[] {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    if (entry.isDirectory())
      return /^(?:node_modules|dist|coverage|\.git|test)$/.test(entry.name) ? [] : filesBelow(file)
    return entry.isFile() ? [file] : []
  })
}

let scratch: string
beforeAll(() => {
  requireBuild()
  scratch = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-repository-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('package.json', () => {
  it('is what npm publishes, without a correction', () => {
    const folder = path.join(scratch, 'fix')
    cpSync(inRoot('package.json'), path.join(folder, 'package.json'))
    succeed('npm', ['pkg', 'fix'], folder)
    expect(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))).toEqual(manifest)
  })

  it('is the one place that says where the repository is', () => {
    const [, owner] = /github\.com\/(.+)\/theme-convert\.git$/.exec(manifest.repository.url) ?? []
    expect(owner).toBeDefined()
    const folder = path.join(scratch, 'moved')
    const all = filesBelow('.')
    // History, and what the build makes with the version in it.
    const isElsewhere = (file: string) =>
      /^(?:CHANGELOG\.md$|\.changeset\/|src\/|schemas\/[^/]+\.json$)/.test(file)
    const named = all.filter((file) => {
      const text = readFileSync(inRoot(file), 'latin1')
      return text.includes(`${owner}/`) || (!isElsewhere(file) && /theme-convert@v?\d/.test(text))
    })
    expect(named).toEqual(expect.arrayContaining(['docs/editors.md', 'docs/pipelines.md', 'package.json']))
    for (const file of all) cpSync(inRoot(file), path.join(folder, file))
    for (const name of ['dist', 'node_modules']) symlinkSync(inRoot(name), path.join(folder, name), 'dir')
    const moved = read('package.json')
      .replace(`${owner}/theme-convert`, 'somebody-else/theme-convert')
      .replace(`"version": "${manifest.version}"`, '"version": "7.8.9"')
    writeFileSync(path.join(folder, 'package.json'), moved)
    succeed(process.execPath, ['docs/generate.mjs'], folder)
    for (const file of named) {
      const text = readFileSync(path.join(folder, file), 'utf8')
      expect(text, file).not.toContain(`${owner}/`)
      expect(text, file).not.toMatch(/theme-convert@v?0\./)
    }
    const page = readFileSync(path.join(folder, 'docs/pipelines.md'), 'utf8')
    expect(page).toContain('uses: somebody-else/theme-convert@v7.8.9')
    expect(page).toContain('theme-convert@7.8 ')
    expect(readFileSync(path.join(folder, 'action.yml'), 'utf8')).toContain("default: '7.8'")
  })
})

describe('changesets', () => {
  it('put what a change says into the changelog, and nothing else', () => {
    const folder = path.join(scratch, 'changes')
    for (const file of ['package.json', 'CHANGELOG.md', '.changeset'])
      cpSync(inRoot(file), path.join(folder, file), { recursive: true })
    const add = (name: string, text: string) =>
      writeFileSync(path.join(folder, '.changeset', name), `---\n"theme-convert": minor\n---\n\n${text}\n`)
    add('one.md', 'One thing\nin two lines.')
    add('two.md', '- Two things.\n- In a list.')
    succeed(process.execPath, [inRoot('node_modules/@changesets/cli/bin.js'), 'version'], folder)
    const text = readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8')
    expect(text).toMatch(/^# Changelog\n\n## \d+\.\d+\.\d+\n\n### Minor Changes\n/)
    expect(text).toContain('\n- One thing\n  in two lines.\n')
    expect(text).toContain('\n- Two things.\n- In a list.\n')
    expect(text).not.toMatch(/^- [0-9a-f]{7}:/m)
    expect(text.endsWith(read('CHANGELOG.md').replace(/^# Changelog\n+/, ''))).toBe(true)
    expect(readdirSync(path.join(folder, '.changeset')).filter((name) => name.endsWith('.md'))).toEqual([])
  })
})

interface Step {
  run?: string
  uses?: string
  with?: Record<string, unknown>
}
interface Workflow {
  permissions: Record<string, string>
  jobs: Record<string, { steps: Step[]; strategy?: { matrix: { os: string[]; node: number[] } } }>
}

describe('the workflows', () => {
  const workflows = readdirSync(inRoot('.github/workflows')).map(
    (name) => [name, parse(read(`.github/workflows/${name}`)) as Workflow] as const,
  )
  const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps)

  it.each(workflows)('%s runs what exists, may write nothing, and names no registry', (name, workflow) => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    for (const { run = '' } of stepsOf(workflow)) {
      for (const [, script] of run.matchAll(/npm run ([\w:]+)/g))
        expect(manifest.scripts).toHaveProperty([script as string])
      for (const [file] of run.matchAll(/\.ci\/\w+/g)) expect(existsSync(inRoot(file))).toBe(true)
    }
    expect(read(`.github/workflows/${name}`)).not.toMatch(/https?:|registry/)
  })

  it('test every supported release of Node on three systems', () => {
    const [, ci] = workflows.find(([name]) => name === 'ci.yml') as (typeof workflows)[number]
    const matrix = ci.jobs['test']?.strategy?.matrix
    expect(matrix?.node).toEqual([20, 22, 24])
    expect(matrix?.os.map((name) => name.split('-')[0])).toEqual(['ubuntu', 'macos', 'windows'])
  })

  it('publish with provenance', () => {
    const [, release] = workflows.find(([name]) => name === 'release.yml') as (typeof workflows)[number]
    const runs = stepsOf(release).map(({ run }) => run)
    const [built, published] = [
      'node scripts/assert-built.mjs',
      'npm publish --provenance --access public',
    ].map((command) => runs.indexOf(command))
    expect(built).toBeGreaterThan(0)
    expect(published).toBeGreaterThan(built as number)
  })

  it.each([
    ['assert-built', {}],
    ['prepare', { npm_command: 'pack' }],
    ['prepare', { npm_command: 'publish' }],
  ])('pack nothing that is not built: %s %j', (script, env) => {
    const folder = path.join(scratch, 'not built')
    for (const name of ['package.json', 'scripts', 'man', 'docs', 'LICENSE'])
      cpSync(inRoot(name), path.join(folder, name), { recursive: true })
    const call = () => run(process.execPath, [path.join(folder, `scripts/${script}.mjs`)], folder, env)
    expect(call()).toMatchObject({ status: 1, stderr: expect.stringMatching(/dist\/cli\.cjs.*schemas/) })
    for (const name of ['dist', 'schemas']) symlinkSync(inRoot(name), path.join(folder, name))
    expect(call().status).toBe(0)
    rmSync(folder, { recursive: true })
  })

  it('try the packed command with calls that work', () => {
    const [, ci] = workflows.find(([name]) => name === 'ci.yml') as (typeof workflows)[number]
    const script = stepsOf(ci).find(({ run }) => run?.includes('npm pack'))?.run as string
    const folder = path.join(scratch, 'packed')
    cpSync(inRoot('examples'), path.join(folder, 'examples'), { recursive: true })
    const calls = script
      .split('\n')
      .filter((line) => !line.startsWith('npm '))
      .map((line) => line.replace(/^theme-convert/, `"${process.execPath}" "${inRoot('dist/cli.cjs')}"`))
    expect(calls.length).toBeGreaterThan(5)
    expect(run('bash', ['-ec', calls.join('\n')], folder)).toMatchObject({ status: 0 })
  })

  it('test on Windows what there is', () => {
    const named = manifest.scripts['test:portable']?.match(/test\/\S+/g) ?? []
    expect(named.length).toBeGreaterThan(10)
    for (const file of named) expect(existsSync(inRoot(file)), file).toBe(true)
  })
})

describe('the issue forms', () => {
  const forms = readdirSync(inRoot('.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml')

  it.each(forms)('%s has what GitHub asks for', (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as {
      name: string
      description: string
      body: { type: string; id: string; attributes: { label: string } }[]
    }
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
    expect(new Set(form.body.map(({ id }) => id)).size).toBe(form.body.length)
    for (const { type, attributes } of form.body) {
      expect(['textarea', 'input', 'dropdown', 'checkboxes']).toContain(type)
      expect(attributes.label).not.toBe('')
    }
  })
})

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-completion-'))
  mkdirSync(path.join(folder, 'themes'))
  for (const name of ['theme.json', 'other.json', 'with space.json'])
    writeFileSync(path.join(folder, name), '{}')
  for (const shell of ['bash', 'zsh', 'fish'])
    writeFileSync(path.join(folder, `script.${shell}`), (await runInProcess(['completion', shell])).stdout)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Gives the words as bash makes them of a line: `=` stands for itself. */
const inBash = `
source script.bash
compopt() { :; }
COMP_LINE="$1" COMP_POINT=\${#1} COMP_WORDS=()
IFS=' ' read -ra parts <<< "$1"
[[ $1 == *' ' ]] && parts+=('')
for part in "\${parts[@]}"; do
  while [[ $part == *=* ]]; do
    COMP_WORDS+=("\${part%%=*}" '=')
    part="\${part#*=}"
  done
  COMP_WORDS+=("$part")
done
[[ $1 == *= ]] && unset 'COMP_WORDS[\${#COMP_WORDS[@]}-1]'
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_theme_convert
printf '%s\\n' "\${COMPREPLY[@]}"
`

const inFish = 'source script.fish; complete -C "$argv[1]"'

/** Types a line into a shell of its own, completes it and gives what stands there then. */
const inZsh = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -D; source script.zsh; probe() { zle complete-word; print -r -- "<<$BUFFER>>"; BUFFER=; }; zle -N probe; bindkey "^X" probe; print -r -- RE""ADY'
zpty -r z out $'*READY*'
zpty -w -n z "$1"$'\\C-x'
zpty -r z out '*>>*'
print -r -- "\${\${out##*<<}%%>>*}"
zpty -d z
`

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (error !== undefined) throw error
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

const isThere = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0

/** Tests of a shell, which not every machine has. */
function describeShell(shell: string, tests: () => void): void {
  if (isThere(shell)) describe(shell, tests)
  else describe.skip(`${shell}, which is NOT INSTALLED here: its completion is not tested`, tests)
}

const targets = ['ocis-5', 'ocis-6', 'ocis-7', 'ocis-8', 'ocis-next']

describeShell('bash', () => {
  const complete = (line: string) =>
    run('bash', ['--norc', '-c', inBash, 'bash', `theme-convert ${line}`])
      .split('\n')
      .filter((word) => word !== '')
      .sort()

  it.each<[string, string[]]>([
    ['', [...verbs.keys()].sort()],
    ['val', ['validate']],
    ['th', ['theme.json', 'themes']],
    ['validate --target ocis', targets],
    ['validate --target=ocis', targets],
    ['theme.json --target ocis-n', ['ocis-next']],
    ['--target ocis-n', ['ocis-next']],
    ['validate --as ', ['branding', 'theme']],
    ['validate --rule no-vault', ['no-vault-theme=']],
    ['validate --rule no-vault-theme=o', ['off']],
    ['validate --rule=no-vault-theme=', ['error', 'info', 'off', 'warning']],
    ['validate --rule a=off --rule no-vault', ['no-vault-theme=']],
    ['validate --strict o', ['other.json']],
    ['validate --assets t', ['themes']],
    ['validate --assets=t', ['themes']],
    ['validate --max-findings ', []],
    ['validate --stri', ['--strict']],
    ['-o w', ['with space.json']],
    ['migrate ', ['themes']],
    ['explain low-c', ['low-contrast']],
    ['help val', ['validate']],
    ['completion ', ['bash', 'fish', 'zsh']],
    ['version ', []],
  ])('completes %j', (line, words) => {
    expect(complete(line)).toEqual(words)
  })

  it('knows every option of every verb', async () => {
    for (const [verb, { load }] of verbs) {
      const { options } = await load()
      const names = Object.keys(options).map((name) => `--${name}`)
      expect(complete(`${verb} --`), verb).toEqual([...names, '--help'].sort())
    }
  })
})

describeShell('fish', () => {
  const complete = (line: string) =>
    run('fish', ['--no-config', '-c', inFish, `theme-convert ${line}`])
      .split('\n')
      .map((found) => found.replace(/\t.*/, ''))
      .filter((word) => word !== '')
      .sort()

  it.each<[string, string[]]>([
    ['val', ['validate']],
    ['validate --target ocis', targets],
    ['--target ocis-n', ['ocis-next']],
    ['validate --rule no-vault-theme=o', ['no-vault-theme=off']],
    ['validate --assets t', ['themes/']],
    ['validate oth', ['other.json']],
    ['validate --stri', ['--strict']],
    ['explain low-c', ['low-contrast']],
    ['version ', []],
  ])('completes %j', (line, words) => {
    expect(complete(line)).toEqual(words)
  })
})

describeShell('zsh', () => {
  it.each([
    ['val', 'validate '],
    ['validate --target ocis-n', 'validate --target ocis-next '],
    ['validate --target=ocis-n', 'validate --target=ocis-next '],
    ['--target opencloud-7', '--target opencloud-7.3 '],
    ['validate --rule no-vault', 'validate --rule no-vault-theme='],
    ['validate --rule no-vault-theme=o', 'validate --rule no-vault-theme=off '],
    ['validate --assets the', 'validate --assets themes/'],
    ['validate oth', 'validate other.json '],
    ['theme.json --wri', 'theme.json --write '],
    ['explain low-con', 'explain low-contrast '],
  ])('completes %j', (line, completed) => {
    expect(run('zsh', ['-f', '-c', inZsh, 'zsh', `theme-convert ${line}`])).toBe(
      `theme-convert ${completed}\n`,
    )
  })
})

describe('completion', () => {
  it.each([
    [[], 'Pass the shell: bash, zsh, fish.'],
    [['bsh'], 'Did you mean bash?'],
    [['powershell'], 'The shells are bash, zsh, fish.'],
    [['bash', 'zsh'], 'one shell'],
  ])('says what it needs: %j', async (args, said) => {
    const { status, stdout, stderr } = await runInProcess(['completion', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
  })
})

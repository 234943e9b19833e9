import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { wordInShell } from '../../../src/node/instance/journals.js'
import { visible } from '../../../src/report/visible.js'

const names = [
  ...["it's", '=a', 'a b', '$a`b`', 'a\\', "'", '-a', '*', '\u{1f600} ä'],
  ...['a\tb\n\u001b[1m', "\u202e##[a] ä\\\u{e0001}'1", '\u00852'],
]

it.skipIf(process.platform === 'win32')('a shell gets each name back from the call in a message', () => {
  const words = names.map((name) => visible(wordInShell(name)))
  const { stdout } = spawnSync('bash', ['-c', `printf '%s\\0' ${words.join(' ')}`], { encoding: 'utf8' })
  expect(stdout.split('\0')).toEqual([...names, ''])
})

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openerOf, openInBrowser } from '../../src/node/open.js'

let folder: string
const place = `file:///tmp/it's "here"; touch x $(touch y).html`

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-open-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Opens with a program of our own in place of xdg-open. */
function open(script: string | undefined, environment: Record<string, string> = { DISPLAY: ':0' }) {
  if (script !== undefined)
    writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return openInBrowser(place, { PATH: folder, ...environment }, 'linux')
}

describe.skipIf(process.platform === 'win32')('opening a page', () => {
  it('gives the program of the system the place as it is', async () => {
    expect(await open(`printf '%s|' "$@" > "${folder}/arguments"`)).toBeUndefined()
    expect(readFileSync(path.join(folder, 'arguments'), 'utf8')).toBe(`${place}|`)
  })

  it.each([
    ['a program that is missing', undefined, undefined, 'xdg-open is not installed'],
    ['a system without browser', 'exit 3', undefined, 'xdg-open found no browser'],
    ['a system without display', 'exit 0', {}, 'no display'],
    ['an empty display', 'exit 0', { DISPLAY: '' }, 'no display'],
  ])('says what is missing: %s', async (_, script, environment, expected) => {
    expect(await open(script, environment)).toContain(expected)
    expect(existsSync(path.join(folder, 'arguments'))).toBe(false)
  })

  it.each(['WAYLAND_DISPLAY', 'BROWSER', 'WSL_DISTRO_NAME'])('works with %s', async (name) => {
    expect(await open('exit 0', { [name]: 'x' })).toBeUndefined()
  })
})

it('knows the program of each system', () => {
  expect(openerOf('darwin')).toEqual(['open'])
  expect(openerOf('win32')).toEqual(['rundll32', 'url.dll,FileProtocolHandler'])
  for (const platform of ['linux', 'freebsd'] as const) expect(openerOf(platform)).toEqual(['xdg-open'])
})

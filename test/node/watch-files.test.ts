import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { watchFiles } from '../../src/node/watch-files.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  syncBuiltinESMExports()
})

it.each([
  ['theme.json', true],
  ['Theme.JSON', true],
  ['other.json', false],
  [null, true],
])('a change of %s counts for theme.json: %s', (reported, counts) => {
  vi.useFakeTimers()
  const watcher = { on: () => {}, close: vi.fn() }
  const watch = vi.spyOn(fs, 'watch').mockReturnValue(watcher as never)
  syncBuiltinESMExports()
  const changed = vi.fn()
  const end = watchFiles([path.join(import.meta.dirname, 'theme.json')], changed)
  const report = watch.mock.calls[0]?.[1] as unknown as (event: string, name: string | null) => void
  report('change', reported)
  vi.runAllTimers()
  expect(changed).toHaveBeenCalledTimes(counts ? 1 : 0)
  end()
  expect(watcher.close).toHaveBeenCalledOnce()
})

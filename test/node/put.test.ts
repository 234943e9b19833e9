import { lstatSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createFile } from '../../src/node/put.js'

const folder = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-put-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the time of a new file', () => {
  it('is that of the old one, to the microsecond', () => {
    const aTime = fc.bigInt({ min: 10n ** 18n, max: 2n * 10n ** 18n })
    const anyTime = fc.oneof(
      aTime,
      aTime.map((time) => time - (time % 1000n)),
      aTime.map((time) => time - (time % 1000n) + 999n),
    )
    const file = path.join(folder, 'theme.json')
    fc.assert(
      fc.property(anyTime, (modified) => {
        rmSync(file, { force: true })
        createFile(file, Buffer.from('{}'), { mode: 0o600, modified })
        expect(lstatSync(file, { bigint: true }).mtimeNs / 1000n).toBe(modified / 1000n)
      }),
      { numRuns: 200 },
    )
  })
})

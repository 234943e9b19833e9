import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from './built.js'
import { bundle } from './bundle.js'

/** The packages that an entry's bundle has code of. */
async function bundledPackages(entry: string, platform: 'neutral' | 'node'): Promise<string[]> {
  const format = platform === 'node' ? 'cjs' : 'esm'
  // Whoever wants images looked into has sharp installed: it isn't in the build.
  const { inputs } = await bundle({ entryPoints: [entry], platform, format, external: ['sharp'] })
  return [...inputs]
    .filter(([, bytes]) => bytes > 0)
    .flatMap(([file]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
}

const notices = readFileSync(inRoot('THIRD-PARTY-NOTICES.md'), 'utf8')
const sections = new Map(
  notices
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
)

describe('THIRD-PARTY-NOTICES.md', () => {
  it('names the packages that the build contains, and no others', async () => {
    const bundled = [
      ...(await bundledPackages('src/index.ts', 'neutral')),
      ...(await bundledPackages('src/report/index.ts', 'neutral')),
      ...(await bundledPackages('src/plugin/index.ts', 'node')),
      ...(await bundledPackages('src/cli/main.ts', 'node')),
    ]
    expect([...sections.keys()]).toEqual([...new Set(bundled)].sort())
  })

  it.each([...sections.keys()])('has the version and the whole licence of %s', (name) => {
    const folder = inRoot('node_modules', name)
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string
      license: string
    }
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry))
    const text = readFileSync(path.join(folder, file as string), 'utf8')
    const plain = (value: string) => value.replace(/\s+/g, ' ').trim()
    expect(sections.get(name)).toContain(`Version ${version}, licence ${license}\n`)
    expect(plain(sections.get(name) as string)).toContain(plain(text))
  })
})

describe('LICENSE', () => {
  it('is the licence that package.json names, in full', () => {
    const { license } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { license: string }
    expect(license).toBe('Apache-2.0')
    const text = readFileSync(inRoot('LICENSE'), 'utf8')
    expect(text).toMatch(/^\s*Apache License\s+Version 2\.0, January 2004/)
    for (const section of [
      '1. Definitions.',
      '9. Accepting Warranty',
      'END OF TERMS AND CONDITIONS',
      'APPENDIX',
    ]) {
      expect(text).toContain(section)
    }
  })
})

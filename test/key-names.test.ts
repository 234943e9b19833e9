import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { allKeys, tablesOfGenerations } from '../src/formats/known-keys.js'
import type { KeyNode } from '../src/generated/places.js'
import { targets } from '../src/index.js'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** What the layers of a file are called: where values stand, not what they are. */
const layerNames = new Set(['*', '$schema', 'clients', 'common', 'defaults', 'themes', 'web'])

/** The names of the keys of all schemas. */
const tables: KeyNode[] = [
  ...Object.values(targets).map(({ places }) => places),
  ...Object.values(tablesOfGenerations),
]
const keys = new Set(
  tables.flatMap((table) => allKeys(table).flatMap(({ path: keysTo }) => keysTo.at(-1) ?? [])),
)

const shape = 'tells the shapes apart, before there is a schema to read by'
const place = 'a place that is called as a key is'
const shown = 'where an image shows, or what it is'
const client = 'what the client does with this value of the theme after its merge'
const upload = 'what a logo upload wrote'

/** The files that name keys all the same: which, and why. */
const exceptions: Readonly<Record<string, readonly [words: string, reason: string]>> = {
  'convert/colors/role-sources.ts': ['background', 'a role of the design system'],
  'convert/colors/role-tones.ts': ['background', 'a role of the design system'],
  'convert/steps/commons-across.ts': ['shareRoles', place],
  'convert/steps/contrast-tokens.ts': ['colorPalette', 'a group of the design system'],
  'convert/steps/leftover-groups.ts': ['general', 'a group of old themes'],
  'convert/steps/lift-groups.ts': ['login logo', place],
  'convert/steps/moved-images.ts': ['background', shown],
  'convert/steps/other-products.ts': ['label', 'a key that only the other product has'],
  'convert/steps/carry-palette.ts': ['colorPalette', 'a group of the design system'],
  'convert/steps/carry-roles.ts': ['roles', 'a group of the design system'],
  'convert/steps/color-findings.ts': ['roles', 'a group of the design system'],
  'convert/steps/frame-colors.ts': ['colorPalette', 'a group of the design system'],
  'convert/steps/unset-colors.ts': ['colorPalette roles', 'groups of the design system'],
  'convert/steps/required.ts': ['designTokens', 'the group of the design system'],
  'convert/steps/role-icons.ts': ['shareRoles', place],
  'convert/steps/theme-names.ts': ['mode', client],
  'convert/steps/apply-web-options.ts': [
    'accessDeniedHelpUrl imprintUrl privacyUrl urls',
    'options of the old web configuration, and a place',
  ],
  'convert/steps/whole-commons.ts': ['shareRoles', place],
  'convert/steps/whole-parts.ts': ['shareRoles', place],
  'convert/steps/whole-links.ts': ['urls', place],
  'convert/steps/without-place.ts': ['icons urls', place],
  'formats/detect-generation.ts': ['any', shape],
  'formats/families.ts': ['any', shape],
  'formats/legacy-groups.ts': ['any', shape],
  'formats/named-clients.ts': ['loginPage logo sidebar', shape],
  'formats/parts.ts': ['any', shape],
  'formats/web-options.ts': [
    'accessDeniedHelpUrl imprintUrl privacyUrl',
    'options of the old web configuration',
  ],
  'formats/former-names.ts': ['roles', 'a name that documentation printed'],
  'images/judge.ts': ['background favicon', shown],
  'images/svg.ts': ['href', 'an attribute of SVG'],
  'images/uses.ts': ['background login topbar', shown],
  'instance/check-branding.ts': ['logo', upload],
  'instance/logo.ts': ['logo', upload],
  'node/instance/find-images.ts': ['logo topbar', shown],
  'resolve/choice.ts': ['isDark', client],
  'resolve/legacy.ts': ['any', 'what old clients did with a file'],
  'resolve/properties.ts': ['designTokens fontFamily', client],
  'resolve/server.ts': ['logo', upload],
  'shipped/logo-images.ts': ['login logo topbar', upload],
  'shipped/server-copies.ts': ['general logo name', upload],
  'shipped/verdict.ts': ['autoRedirect loginPage', upload],
  'validate/as-branding.ts': ['logo', upload],
  'validate/key-places.ts': ['any', 'what people call keys'],
  'validate/layers.ts': ['designTokens label name', client],
  'validate/rule.ts': ['background', shown],
  'preview/visible-differences.ts': ['background icon', 'parts of the picture'],
  'preview/look.ts': ['colorPalette isDark mode roles', client],
  'preview/owncloud/pages.ts': ['login', 'a page of the picture'],
  'preview/pictures.ts': ['href', 'an attribute of SVG'],
  'preview/scene.ts': ['background icon', 'parts of the picture'],
  'shipped/make-branding-with.ts': ['favicon logo', upload],
}

/** Files that are about single releases, kinds of findings or examples; or where a word means something else. */
const isFree = (file: string) =>
  /^(?:generated|targets|validate\/rules|cli|report|plugin|doctor)\//.test(file) ||
  /^shipped\/(?:shipped|example)-themes\.ts$/.test(file) ||
  /(?:^|\/)(?:codes|examples)\.ts$/.test(file)

/** The names of keys that a file has in its texts. */
function keysIn(text: string): string[] {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteral(node) &&
      !ts.isImportDeclaration(node.parent) &&
      !ts.isLiteralTypeNode(node.parent)
    ) {
      const names = node.text.startsWith('/') ? node.text.split('/') : [node.text]
      for (const name of names) if (keys.has(name) && !layerNames.has(name)) found.add(name)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true))
  return [...found].sort()
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !isFree(file))
  .sort()

describe('the names of keys', () => {
  it('are found in texts', () => {
    expect(keys.size).toBeGreaterThan(60)
    expect(keysIn(`const a = own(theme, 'isDark')`)).toEqual(['isDark'])
    expect(keysIn(`const a = '/clients/web/defaults/logo/topbar'`)).toEqual(['logo', 'topbar'])
  })

  it.each(files)('are not in %s beyond the exceptions', (file) => {
    const found = keysIn(readFileSync(path.join(source, file), 'utf8'))
    const [words] = exceptions[file] ?? ['']
    if (words === 'any') expect(found).not.toEqual([])
    else expect(found.join(' ')).toBe(words)
  })

  it('have no exception for a file that is gone', () => {
    expect(Object.keys(exceptions).filter((file) => !files.includes(file))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { brandingFor, convert, resolve, validate } from '../../src/index.js'
import { brandingFile } from '../../src/instance/instance.js'
import { planMigration } from '../../src/instance/migration.js'
import type { Plan, PlanOptions } from '../../src/instance/plan.js'
import { settingsOf } from '../../src/settings/settings.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { serverText } from '../../src/shipped/server-text.js'
import { setAt } from '../support/change.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { instanceOf, logoOnly, type Tree, uploadServers } from '../support/instances.js'

const [, ocis4, ocis5] = uploadServers

function plan(files: Tree, options: Partial<PlanOptions> = {}): Plan {
  return planMigration(instanceOf(files), { target: 'ocis-7', settings: {}, ...options })
}

const stepsOf = ({ steps }: Plan) =>
  steps.map((step) => `${step.action} ${step.file}${step.action === 'move' ? ` ${step.to}` : ''}`)
const codesOf = ({ findings }: Plan) => findings.map(({ file, code }) => `${file} ${code}`)

const images = { 'themes/acme/logo.svg': 's', 'themes/acme/favicon.png': 'f', 'themes/acme/harbour.jpg': 'h' }
const legacyText = JSON.stringify(exampleLegacyTheme())
const own = { ...images, 'themes/owncloud/theme.json': legacyText }

it('completes a part of a theme that is where the server looks for a theme', () => {
  const logo = 'themes/_branding/acme.png'
  const upload = { common: { logo }, clients: { web: { defaults: { logo: { topbar: logo, login: logo } } } } }
  const planned = plan({ [logo]: 'a', 'themes/owncloud/theme.json': JSON.stringify(upload) })
  expect(stepsOf(planned)).toEqual(['convert themes/owncloud/theme.json'])
  expect(codesOf(planned)).toContain('themes/owncloud/theme.json fallback-used')
})

it('calls a branding file by its role, whatever part of a theme is in it', () => {
  const clients = { web: { defaults: { loginPage: { backgroundImg: '/themes/acme/harbour.jpg' } } } }
  const { inventory } = plan({ ...images, [brandingFile]: JSON.stringify({ clients }) })
  expect(inventory).toMatchObject([{ file: brandingFile, generation: 'branding', isRead: true }])
})

/** What clients do with an address in the configuration of the web service, and in WEB_UI_THEME_PATH. */
const addresses: readonly (readonly [string, string, string])[] = [
  ['/themes/acme/theme.json', 'read', 'read'],
  // The server puts its own address right before the variable.
  ['themes/acme/theme.json', 'read', 'active-theme-missing'],
  ['./themes/acme/theme.json', 'read', 'active-theme-missing'],
  ['/themes//acme/theme.json', 'read', 'read'],
  ['/themes/%61cme/theme.json', 'read', 'read'],
  ['/themes/x/../acme/theme.json', 'read', 'read'],
  ['https://cloud.example/themes/acme/theme.json', 'read', 'active-theme-missing'],
  ['/themes/acme/theme.json?v=2', 'active-theme-missing', 'active-theme-missing'],
  ['/themes/acme/theme.json#a', 'active-theme-missing', 'active-theme-missing'],
  ['/themes/acme/theme%2Ejson', 'active-theme-missing', 'active-theme-missing'],
  ['/themes/acme/theme.json/', 'active-theme-missing', 'active-theme-missing'],
  ['/themes/acme/theme.JSON', 'active-theme-missing', 'active-theme-missing'],
  ['https://cloud.example/themes/acme/theme.json?v=2', 'active-theme-missing', 'active-theme-missing'],
  ['https://other.example/themes/acme/theme.json', 'theme-on-other-host', 'theme-on-other-host'],
  ['https://other.example/themes/acme/theme.json?v=2', 'theme-on-other-host', 'theme-on-other-host'],
  ['//other.example/themes/acme/theme.json', 'theme-on-other-host', 'active-theme-missing'],
]

describe.each(addresses)('a theme named as %s', (theme, byConfiguration, bySettings) => {
  const named: readonly [string, string, Partial<PlanOptions>][] = [
    ['the configuration', byConfiguration, { web: { file: 'config.json', theme, options: {} } }],
    ['the settings', bySettings, { settings: { theme } }],
  ]

  it.each(named)('by %s has one answer', (_, expected, { settings, ...options }) => {
    const files = { ...images, 'themes/acme/theme.json': JSON.stringify(exampleTheme()) }
    const url = { url: 'https://cloud.example' }
    const { inventory, findings } = plan(files, {
      target: 'ocis-8',
      settings: { ...settings, ...url },
      ...options,
    })
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    const isRead = inventory.some((entry) => entry.isRead)
    expect([...errors, ...(isRead ? ['read'] : [])]).toEqual([expected])
    expect(inventory.every((entry) => entry.isRight === isRead)).toBe(true)
  })
})

it.each([
  ['OpenCloud, which adds the slash', 'opencloud-7.3', 'https://cloud.example'],
  ['an address of the server with a slash at the end', 'ocis-8', 'https://cloud.example/'],
] as const)('accepts a theme without a slash at the start for %s', (_, target, url) => {
  const theme = target === 'ocis-8' ? exampleTheme() : exampleThemeFor(target)
  const files = { ...images, 'themes/acme/theme.json': JSON.stringify(theme) }
  const planned = plan(files, { target, settings: { theme: 'themes/acme/theme.json', url } })
  expect(planned.inventory).toMatchObject([{ isRead: true, isRight: true }])
  expect(codesOf(planned)).not.toContain(' active-theme-missing')
})

it.each(['/themes/acme', 'acme', 'themes/acme/theme.json', '/themes/acme/theme.json?v=2'])(
  'names the right address for %s',
  (theme) => {
    const files = ['acme', 'other'].map((id) => [`themes/${id}/theme.json`, JSON.stringify(exampleTheme())])
    const { findings } = plan({ ...images, ...Object.fromEntries(files) }, { settings: { theme } })
    expect(findings.map(({ message }) => message).join('\n')).toMatch(
      /Users see the stock theme\. Set WEB_UI_THEME_PATH=\/themes\/acme\/theme\.json\./,
    )
  },
)

it('says of the theme in use where the built-in login page does not read it', () => {
  const reasonOf = (target: 'ocis-5' | 'ocis-8', id: string) => {
    const file = `themes/${id}/theme.json`
    const { inventory } = plan({ ...images, [file]: legacyText }, { target, settings: { theme: `/${file}` } })
    return inventory.find((entry) => entry.file === file)?.reason
  }
  expect(reasonOf('ocis-8', 'acme')).toBe('the theme in use, but not on the built-in login page')
  expect(reasonOf('ocis-8', 'owncloud')).toBe('the theme in use')
  // No theme shows there.
  expect(reasonOf('ocis-5', 'acme')).toBe('the theme in use')
})

describe('an instance with an uploaded logo alone', () => {
  it.each(uploadServers)('of $server: the logo is kept and the copy goes', ({ shipped }) => {
    const planned = plan(logoOnly(shipped))
    expect(stepsOf(planned)).toEqual([
      'move branding/acme.png themes/_branding/acme.png',
      `write ${brandingFile}`,
      'delete themes/owncloud/theme.json',
    ])
    expect(codesOf(planned)).toEqual([])
    const [, write] = planned.steps
    expect(JSON.parse((write as { text: string }).text)).toEqual(brandingFor('acme.png'))
  })

  it('whose image is gone loses it', () => {
    const { 'branding/acme.png': _, ...files } = logoOnly(ocis4.shipped)
    const planned = plan(files)
    expect(stepsOf(planned)).toEqual(['delete themes/owncloud/theme.json'])
    expect(codesOf(planned)).toEqual(['branding/acme.png image-missing'])
  })

  it('whose image is at its new place already needs no move', () => {
    const { 'branding/acme.png': image, ...files } = logoOnly(ocis4.shipped)
    expect(stepsOf(plan({ ...files, 'themes/_branding/acme.png': image as Buffer }))).toEqual([
      `write ${brandingFile}`,
      'delete themes/owncloud/theme.json',
    ])
  })

  it('whose branding file is there already only loses the copy', () => {
    const { 'branding/acme.png': image, ...files } = logoOnly(ocis4.shipped)
    const planned = plan({
      ...files,
      'themes/_branding/acme.png': image as Buffer,
      [brandingFile]: JSON.stringify(brandingFor('acme.png')),
    })
    expect(stepsOf(planned)).toEqual(['delete themes/owncloud/theme.json'])
    expect(codesOf(planned)).toEqual([])
  })

  it('with another image of that name in the new place is left for a person', () => {
    const planned = plan({ ...logoOnly(ocis4.shipped), 'themes/_branding/ACME.png': 'other' })
    expect(stepsOf(planned)).toEqual([])
    expect(codesOf(planned)).toEqual(['branding/acme.png image-conflict'])
  })

  it('that was uploaded into a theme not in use is shown now, which is said', () => {
    const settings = { theme: '/themes/acme/theme.json' }
    const files = { ...logoOnly(ocis4.shipped), ...images, 'themes/acme/theme.json': legacyText }
    const { findings } = plan(files, { settings })
    expect(findings.find(({ code }) => code === 'theme-not-active')).toMatchObject({
      file: 'themes/owncloud/theme.json',
      message: expect.stringContaining('the logo that was uploaded into this copy was not shown'),
    })
    expect(codesOf(plan(files, { settings, target: 'ocis-5' }))).not.toContain(
      'themes/owncloud/theme.json theme-not-active',
    )
  })

  it('that goes to oCIS 5 has to upload it again; one that is there stays', () => {
    const planned = plan(logoOnly(ocis4.shipped), { target: 'ocis-5' })
    expect(stepsOf(planned)).toEqual(['delete themes/owncloud/theme.json'])
    expect(codesOf(planned)).toEqual(['themes/owncloud/theme.json upload-again'])
    const same = plan(logoOnly(ocis5.shipped), { target: 'ocis-5' })
    expect([stepsOf(same), codesOf(same)]).toEqual([[], ['themes/owncloud/theme.json already-current']])
    expect(same.findings[0]?.message).toContain('keeps an uploaded logo')
    const shipped = { 'themes/owncloud/theme.json': serverText(ocis5.shipped.document) }
    const unmodified = plan(shipped, { target: 'ocis-5' })
    expect([stepsOf(unmodified), codesOf(unmodified)]).toEqual([
      [],
      ['themes/owncloud/theme.json already-current'],
    ])
    expect(unmodified.findings[0]?.message).not.toContain('logo')
  })

  it('hears of the variants of the new server that hide the logo, where there are any', () => {
    const hidden = (target: PlanOptions['target']) => codesOf(plan(logoOnly(ocis4.shipped), { target }))
    expect(hidden('ocis-8')).toEqual([`${brandingFile} logo-hidden`])
    expect(hidden('ocis-6')).toEqual([])
    expect(hidden('ocis-next')).toEqual([])
  })
})

describe('an instance with a theme of a person', () => {
  it('gets it converted', () => {
    const planned = plan(own)
    expect(stepsOf(planned)).toEqual(['convert themes/owncloud/theme.json'])
    expect(codesOf(planned)).toEqual([])
    const [step] = planned.steps
    expect(JSON.parse((step as { text: string }).text)).toEqual(
      convert(exampleLegacyTheme(), { target: 'ocis-7' }).theme,
    )
  })

  it('takes along the old web options', () => {
    const theme = setAt(exampleLegacyTheme(), '/web/default/general/privacyUrl', undefined)
    setAt(theme, '/web/default-dark/general/privacyUrl', undefined)
    const planned = plan(
      { ...images, 'themes/owncloud/theme.json': JSON.stringify(theme) },
      { webOptions: { privacyUrl: 'https://acme.example/p' } },
    )
    const [step] = planned.steps
    expect(JSON.parse((step as { text: string }).text).common.urls.privacy).toBe('https://acme.example/p')
    expect(step?.reason).toContain('https://acme.example/p')
  })

  it('has its uploaded logo moved with it', () => {
    const theme = exampleLegacyTheme()
    for (const at of ['/common/logo', '/web/default/logo/login', '/web/default/logo/topbar'])
      setAt(theme, at, 'branding/acme.png')
    const planned = plan({
      ...own,
      'themes/owncloud/theme.json': JSON.stringify(theme),
      'branding/acme.png': 'l',
    })
    expect(stepsOf(planned)).toEqual([
      'move branding/acme.png themes/_branding/acme.png',
      'convert themes/owncloud/theme.json',
    ])
    expect(codesOf(planned)).not.toContain('themes/owncloud/theme.json file-moved')
    expect(codesOf(planned)).not.toContain('themes/owncloud/theme.json image-missing')
  })

  it('may have several, of which the server reads one', () => {
    const planned = plan(
      { ...own, 'themes/acme/theme.json': legacyText },
      { settings: { theme: '/themes/acme/theme.json' } },
    )
    expect(stepsOf(planned)).toEqual(['convert themes/acme/theme.json', 'convert themes/owncloud/theme.json'])
    expect(codesOf(planned)).toEqual(['themes/owncloud/theme.json theme-not-active'])
  })

  it('is in use or not where the setting is known, and may be in use where it is not', () => {
    const files = { ...images, 'themes/acme/theme.json': legacyText, 'themes/other/theme.json': legacyText }
    const said = (more: Tree, options: Partial<PlanOptions>) =>
      plan({ ...files, ...more }, { target: 'ocis-8', ...options }).findings.flatMap(
        ({ code, file, message }) => (code === 'theme-not-active' ? [`${file}: ${message}`] : []),
      )
    const settings = { theme: '/themes/acme/theme.json' }
    const uses = 'The server uses the theme "/themes/acme/theme.json"'
    expect(said(own, { settings })).toEqual([
      `themes/other/theme.json: ${uses} (WEB_UI_THEME_PATH), so this one is not in use.`,
      `themes/owncloud/theme.json: ${uses} (WEB_UI_THEME_PATH), so only the built-in login page reads this one.`,
    ])
    const web = { file: 'config.json', theme: '/themes/acme/theme.json', options: {} }
    expect(said({}, { web })).toEqual([
      `themes/other/theme.json: ${uses} ("theme" in config.json), so this one is not in use.`,
    ])
    expect(said({}, {})[0]).toContain('is not known here. Unless it is "/themes/acme/theme.json"')
  })

  it('is told of copies of shipped themes in other places, which no upload wrote', () => {
    const copy = logoOnly(ocis4.shipped)['themes/owncloud/theme.json'] as string
    const planned = plan(
      { 'themes/acme/theme.json': copy, 'branding/acme.png': 'l' },
      { settings: { theme: 'themes/acme/theme.json' } },
    )
    expect(stepsOf(planned)).toEqual([
      'move branding/acme.png themes/_branding/acme.png',
      'convert themes/acme/theme.json',
    ])
    expect(codesOf(planned)).toContain('themes/acme/theme.json logo-only-theme')
    const said = (settings: PlanOptions['settings']) => {
      const shipped = { 'themes/acme/theme.json': serverText(ocis4.shipped.document) }
      return plan(shipped, { settings }).findings.find(({ code }) => code === 'shipped-theme')?.message
    }
    // The plan converts them, so the finding doesn't ask to delete them instead.
    expect(said({ theme: '/themes/acme/theme.json' })).toMatch(
      /converted because WEB_UI_THEME_PATH names it\. .*delete this file and remove WEB_UI_THEME_PATH/,
    )
    expect(said({})).toMatch(/converted because a setting may name it\. Delete it if none does/)
  })

  it('that was converted already has its image moved where that was forgotten', () => {
    const theme = setAt(exampleTheme(), '/common/logo', 'themes/_branding/acme.png')
    const planned = plan(
      { ...own, 'themes/owncloud/theme.json': JSON.stringify(theme), 'branding/acme.png': 'l' },
      { target: 'ocis-8' },
    )
    expect(stepsOf(planned)).toEqual(['move branding/acme.png themes/_branding/acme.png'])
    expect(codesOf(planned)).toEqual(['themes/owncloud/theme.json already-current'])
  })

  it('needs no conversion when it lacks only what the server adds', () => {
    const theme = setAt(exampleTheme(), '/common/shareRoles', undefined)
    const files = { ...images, 'themes/acme/theme.json': JSON.stringify(theme) }
    const planned = plan(files, { target: 'ocis-8' })
    expect(stepsOf(planned)).toEqual([])
    expect(codesOf(planned)).toContain('themes/acme/theme.json already-current')
  })

  it('hears that its own logo hides an uploaded one, except where the server writes over it', () => {
    const logo = {
      topbar: 'themes/acme/logo.svg',
      favicon: 'themes/acme/favicon.png',
      login: 'themes/acme/logo.svg',
    }
    const files = {
      ...images,
      'themes/owncloud/theme.json': JSON.stringify(setAt(exampleTheme(), '/clients/web/themes/1/logo', logo)),
      [brandingFile]: JSON.stringify(brandingFor('acme.png')),
      'themes/_branding/acme.png': 'l',
    }
    const found = plan(files, { target: 'ocis-8' }).findings.find(({ code }) => code === 'logo-hidden')
    expect(found).toMatchObject({ file: 'themes/owncloud/theme.json', pointer: '/clients/web/themes/1/logo' })
    expect(codesOf(plan(files, { target: 'ocis-next' }))).not.toContain(
      'themes/owncloud/theme.json logo-hidden',
    )
  })

  it('hears of images that are missing, misspelt, no longer served or unused', () => {
    const theme = setAt(exampleLegacyTheme(), '/web/default/loginPage/backgroundImg', 'img/back.jpg')
    setAt(theme, '/web/default-dark/loginPage/backgroundImg', 'img/back.jpg')
    setAt(theme, '/common/logo', 'themes/acme/Logo.svg')
    const { 'themes/acme/favicon.png': _, ...others } = own
    const files = { ...others, 'themes/owncloud/theme.json': JSON.stringify(theme), 'img/back.jpg': 'b' }
    const planned = plan(files)
    expect(codesOf(planned).sort()).toEqual([
      'themes/acme/harbour.jpg image-unused',
      'themes/owncloud/theme.json image-missing',
      'themes/owncloud/theme.json image-missing',
      'themes/owncloud/theme.json image-wrong-case',
    ])
    // Up to oCIS 5 everything in the assets folder is served.
    expect(
      codesOf(plan(files, { target: 'ocis-5' })).filter((code) => code.endsWith('missing')),
    ).toHaveLength(1)
  })
})

it.each([
  ['themes/owncloud/assets/mi.svg', 'themes/owncloud/assets/my.svg'],
  ['themes/owncloud/assets/mi.svg', 'themes/owncloud/assets/other.png'],
  ['themes/owncloud/assets/acme.svg', 'themes/acme/acme.svg'],
])('takes no image for useless that may be the missing %s: %s', (missing, file) => {
  const theme = setAt(exampleTheme(), '/clients/web/defaults/logo/topbar', missing)
  const { findings } = plan({ ...own, 'themes/owncloud/theme.json': JSON.stringify(theme), [file]: 'i' })
  const about = (code: string) => findings.filter((found) => found.code === code)
  expect(about('image-missing').map(({ pointer }) => pointer)).toContain('/clients/web/defaults/logo/topbar')
  const unused = about('image-unused').find((found) => found.file === file)
  expect(unused?.message).toContain(JSON.stringify(missing))
  expect(unused?.message).not.toContain('Delete')
})

it('says of places in the converted file that they are there', () => {
  const { 'themes/acme/favicon.png': _, ...files } = own
  const missing = (theme: object) =>
    plan(
      { ...files, 'themes/owncloud/theme.json': JSON.stringify(theme) },
      { target: 'ocis-8' },
    ).findings.filter(({ code }) => code === 'image-missing')
  expect(missing(exampleLegacyTheme())[0]?.message).toContain('in the converted file')
  expect(missing(exampleTheme())[0]?.message).not.toContain('converted')
})

it('advises to delete unused images only while no image of their folder is missing', () => {
  const files = {
    ...own,
    'themes/acme/old.png': 'o',
    'themes/owncloud/theme.json': JSON.stringify(exampleTheme()),
  }
  const said = plan(files).findings.map(({ file, message }) => `${file}: ${message}`)
  expect(said).toContainEqual(expect.stringMatching(/^themes\/acme\/old\.png: .*Delete it/))
})

describe("while a theme or the branding can't be read", () => {
  const upload = logoOnly(ocis4.shipped)
  const extra = { 'themes/acme/old.png': 'o', 'branding/old.png': 'o' }
  const unusedOf = (planned: Plan) => codesOf(planned).filter((code) => code.endsWith('image-unused'))

  it.each<[string, Tree]>([
    ['the theme in use is cut off', { ...own, 'themes/owncloud/theme.json': legacyText.slice(0, 99) }],
    ['a byte-order mark', { ...own, 'themes/owncloud/theme.json': `\ufeff${legacyText}` }],
    ['another theme is cut off', { ...own, 'themes/acme/theme.json': '{' }],
    ['a theme of another name is cut off', { ...own, 'themes/acme/custom.json': '{' }],
    ['the branding is cut off', { ...own, [brandingFile]: '{' }],
  ])('no image is called unused: %s', (_, files) => {
    expect(unusedOf(plan({ ...files, ...extra }))).toEqual([])
  })

  it.each(['themes', 'themes/acme-2', 'themes/owncloud/theme.json', 'themes/_branding'])(
    'no image is called unused: %s is hidden',
    (place) => {
      const instance = instanceOf({ ...own, ...extra })
      const options = { target: 'ocis-7', settings: {} } as const
      expect(unusedOf(planMigration({ ...instance, links: [place] }, options))).toEqual([])
      expect(
        unusedOf(planMigration({ ...instance, closed: new Map([[place, 'permission denied']]) }, options)),
      ).toEqual([])
      expect(unusedOf(planMigration({ ...instance, links: ['themes/acme/x.png'] }, options))).toHaveLength(2)
    },
  )

  it('no image is called unused where the settings put themes elsewhere', () => {
    const files = { ...own, ...extra }
    expect(unusedOf(plan(files))).toHaveLength(2)
    expect(unusedOf(plan(files, { unreachable: ['WEB_ASSET_THEMES_PATH is not here.'] }))).toEqual([])
    expect(unusedOf(plan(files, { settings: { themeServer: 'https://themes.example' } }))).toEqual([])
  })

  it('the copy that a logo upload wrote stays: the branding may not have its logo', () => {
    const planned = plan({ ...upload, [brandingFile]: '{' })
    expect(stepsOf(planned)).toEqual([])
    expect(codesOf(planned).sort()).toEqual([
      `${brandingFile} syntax-error`,
      'themes/owncloud/theme.json unreadable-file',
    ])
  })
})

it.each<[string, Tree]>([
  ['has no theme of its own', {}],
  ['has a theme that is cut off', { 'themes/owncloud/theme.json': '{' }],
])('names the old web options that are lost where the server %s', (_, files) => {
  const webOptions = { imprintUrl: 'https://acme.example/i', privacyUrl: 'https://acme.example/p' }
  const lost = plan(files, { webOptions }).findings.filter(({ code }) => code === 'web-options-lost')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.message).toContain('imprintUrl, privacyUrl')
  if (lost[0]?.file === '') {
    expect(lost[0].message).toContain('"imprint": "https://acme.example/i"')
    expect(lost[0].message).toContain(brandingFile)
  }
})

describe('old web options beside an uploaded logo', () => {
  const webOptions = { imprintUrl: 'https://acme.example/i', privacyUrl: 'https://acme.example/p' }
  const urls = { imprint: 'https://acme.example/i', privacy: 'https://acme.example/p' }
  const upload = logoOnly(ocis4.shipped)
  const brandingIn = ({ steps }: Plan) => {
    const text = steps.flatMap((step) => ('text' in step && step.file === brandingFile ? step.text : []))
    return JSON.parse(text.join('')) as { common: { logo: string; urls?: object } }
  }

  it.each(['ocis-6', 'ocis-8', 'ocis-next'] as const)('go into the branding file of %s', (target) => {
    const planned = plan(upload, { webOptions, target })
    const document = brandingIn(planned)
    expect(document.common).toMatchObject({ urls, logo: expect.stringMatching(/^themes\/_branding\//) })
    expect(brandingIn(plan(upload, { target })).common.urls).toBeUndefined()
    expect(codesOf(planned)).not.toContain(' web-options-lost')
    expect(validate(document, { target, as: 'branding' }).valid).toBe(true)
    const { theme } = resolve(exampleTheme(), { target, branding: document })
    expect(theme?.['common']).toMatchObject({ urls })
  })

  it('are not lost in a second run, and need a place where the file stays', () => {
    const logo = 'themes/_branding/acme.png'
    const files = (urls: object) => ({
      [logo]: 'l',
      [brandingFile]: JSON.stringify({ common: { logo, urls } }),
    })
    expect(codesOf(plan(files(urls), { webOptions }))).not.toContain(' web-options-lost')
    const { findings } = plan(files({ privacy: urls.privacy }), { webOptions })
    const [lost, other] = findings.filter(({ code }) => code === 'web-options-lost')
    expect(other).toBeUndefined()
    expect(lost?.message).toMatch(/imprintUrl(?!.*privacy).*_branding/)
  })

  it('never run a script', () => {
    const planned = plan(upload, { webOptions: { imprintUrl: 'javascript:alert(1)' } })
    expect(brandingIn(planned).common.urls).toBeUndefined()
    expect(planned.findings.filter(({ code }) => code === 'web-options-lost')).toHaveLength(1)
  })
})

it('does not call images unused that a file names which is left alone', () => {
  const named = { common: { logo: 'themes/acme/old.png' } }
  const files = { ...own, 'themes/acme/old.png': 'o' }
  const unused = 'themes/acme/old.png image-unused'
  expect(codesOf(plan(files))).toContain(unused)
  for (const name of ['themes/acme/custom.json', 'themes/acme/theme.json.bak', 'themes/other/theme.json']) {
    expect(codesOf(plan({ ...files, [name]: JSON.stringify(named) }))).not.toContain(unused)
  }
})

describe("files that are nobody's business", () => {
  it.each<[string, string, string]>([
    ['broken JSON', '{', 'syntax-error'],
    ['something else', '{"a":1}', 'not-a-theme'],
  ])('stay untouched: %s', (_, text, code) => {
    const planned = plan({ 'themes/owncloud/theme.json': text })
    expect(stepsOf(planned)).toEqual([])
    expect(codesOf(planned)).toContain(`themes/owncloud/theme.json ${code}`)
  })

  it('stay untouched around themes', () => {
    const planned = plan({
      ...own,
      'core/theme.json': '{}',
      'themes/readme.txt': '',
      'themes/a/b/theme.json': '{',
      'index.html': '',
    })
    expect(stepsOf(planned)).toEqual(['convert themes/owncloud/theme.json'])
    expect(codesOf(planned)).toEqual(['themes/a/b/theme.json theme-not-active'])
  })
})

describe('names in JSON', () => {
  it.each([
    'branding/../../secret.png',
    '/etc/passwd',
    '../secret.png',
    'branding/a\0.png',
    'branding\\..\\secret.png',
    'BRANDING/ACME.PNG',
    'https://acme.example/branding/acme.png',
  ])('never lead to a step for a file out of their folder: %j', (name) => {
    const theme = exampleLegacyTheme()
    for (const at of ['/common/logo', '/web/default/logo/login', '/web/default/logo/topbar'])
      setAt(theme, at, name)
    const planned = plan({
      ...own,
      'themes/owncloud/theme.json': JSON.stringify(theme),
      'branding/acme.png': 'l',
      'secret.png': 's',
    })
    expect(stepsOf(planned)).toEqual(['convert themes/owncloud/theme.json'])
  })
})

describe('settings', () => {
  it('are read from the variables of the server', () => {
    expect(
      settingsOf({
        WEB_UI_THEME_PATH: '/themes/acme/theme.json',
        WEB_ASSET_PATH: '',
        OCIS_ASSET_THEMES_PATH: '/srv/themes',
        OCIS_BASE_DATA_PATH: '/srv/ocis',
        WEB_UI_CONFIG_FILE: '/etc/ocis/web.json',
        HOME: '/root',
      }),
    ).toEqual({
      theme: '/themes/acme/theme.json',
      themes: '/srv/themes',
      data: '/srv/ocis',
      configuration: '/etc/ocis/web.json',
    })
  })

  it('that lost their effect are named', () => {
    const settings = { assets: '/srv/web/' }
    expect(plan({}, { settings }).findings[0]?.message).toContain('WEB_ASSET_THEMES_PATH=/srv/web/themes')
    expect(codesOf(plan({}, { settings, target: 'ocis-5' }))).toEqual([])
    expect(codesOf(plan({}, { settings: { ...settings, themes: '/srv/web/themes' } }))).toEqual([])
  })

  it('may name the theme by an address of another host', () => {
    expect(codesOf(plan({}, { settings: { theme: 'https://acme.example/theme.json' } }))).toEqual([
      ' theme-on-other-host',
    ])
    expect(codesOf(plan({}, { settings: { theme: '/themes/none/theme.json' } }))).toEqual([
      ' active-theme-missing',
    ])
  })
})

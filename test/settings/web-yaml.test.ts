import { describe, expect, it } from 'vitest'
import { goneVariables } from '../../src/doctor/release-facts.js'
import { misspeltOption } from '../../src/settings/client-options.js'
import { isWebYaml, optionsIn, settingsInYaml } from '../../src/settings/web-yaml.js'

const file = {
  file: '/etc/ocis/config.json',
  asset: { path: '/srv/assets', themes_path: '/srv/themes' },
  web: {
    theme_path: '/themes/acme/theme.json',
    theme_server: 'https://themes.example',
    config: {
      server: 'https://cloud.example',
      options: { imprintUrl: 'https://acme.example/imprint', sidebar: { shares: { showAllOnLoad: true } } },
    },
  },
}

const variablesIn = (document: unknown, variables = {}) =>
  Object.fromEntries(settingsInYaml(document, variables).map(({ variable, value }) => [variable, value]))

describe('the settings in web.yaml', () => {
  it('are those of the variables that mean the same', () => {
    expect(variablesIn(file)).toEqual({
      WEB_UI_CONFIG_FILE: '/etc/ocis/config.json',
      WEB_ASSET_PATH: '/srv/assets',
      WEB_ASSET_THEMES_PATH: '/srv/themes',
      WEB_UI_THEME_PATH: '/themes/acme/theme.json',
      WEB_UI_THEME_SERVER: 'https://themes.example',
      WEB_UI_CONFIG_SERVER: 'https://cloud.example',
      WEB_OPTION_IMPRINT_URL: 'https://acme.example/imprint',
      WEB_OPTION_SIDEBAR_SHARES_SHOW_ALL_ON_LOAD: 'true',
    })
    expect(settingsInYaml(file, {}).map(({ key }) => key)).toContain('web.config.options.imprintUrl')
  })

  it.each([
    ['WEB_UI_THEME_PATH', 'WEB_UI_THEME_PATH'],
    ['OCIS_ASSET_THEMES_PATH', 'WEB_ASSET_THEMES_PATH'],
    ['OCIS_URL', 'WEB_UI_CONFIG_SERVER'],
    ['OCIS_URL', 'WEB_UI_THEME_SERVER'],
    ['WEB_OPTION_IMPRINT_URL', 'WEB_OPTION_IMPRINT_URL'],
  ])('leave %s as it is', (set, variable) => {
    expect(variablesIn(file, { [set]: 'https://other.example' })).not.toHaveProperty(variable)
    expect(variablesIn(file, { [set]: '' })).toHaveProperty(variable)
  })

  it.each([
    ['/themes/${NAME}/theme.json', '/themes/acme/theme.json'],
    ['/themes/${ NAME | other }/theme.json', '/themes/acme/theme.json'],
    ['/themes/${MISSING|other}/theme.json', '/themes/other/theme.json'],
    ['${MISSING}', undefined],
    ['', undefined],
    [null, undefined],
    [{}, undefined],
  ])('are filled in as by the server: %j', (theme_path, value) => {
    expect(variablesIn({ web: { theme_path } }, { NAME: 'acme' })['WEB_UI_THEME_PATH']).toBe(value)
  })

  it.each([undefined, null, [], 'web', { web: [] }, { web: { config: { options: [] } } }, { asset: 'x' }])(
    'may be missing, or of another kind: %j',
    (document) => {
      expect(settingsInYaml(document, {})).toEqual([])
    },
  )

  it('tell the file from a theme', () => {
    expect([{ web: { config: {} } }, { asset: { core_path: '/x' } }, file].map(isWebYaml)).toEqual(
      Array(3).fill(true),
    )
    expect(
      [{ web: { default: {} } }, { web: { themes: [] } }, { clients: {} }, null, []].map(isWebYaml),
    ).toEqual(Array(5).fill(false))
  })

  it('have options in any case, unlike a config.json', () => {
    const options = { imprinturl: 'https://acme.example/imprint', Routing: { idbased: false } }
    expect(Object.keys(variablesIn({ web: { config: { options } } }))).toEqual([
      'WEB_OPTION_IMPRINT_URL',
      'WEB_OPTION_ROUTING_ID_BASED',
    ])
    expect(optionsIn(options, 'options').map(({ variable }) => variable)).toEqual([
      'WEB_OPTION_IMPRINTURL',
      'WEB_OPTION_ROUTING_IDBASED',
    ])
  })

  it('include every option that a release removed', () => {
    const known = new Set(goneVariables.map(({ name }) => name))
    const options = { homeFolder: '/', routing: { idBased: false }, previewFileMimeTypes: ['a/b', 'c/d'] }
    const found = optionsIn(options, 'options')
    expect(found.map(({ variable }) => known.has(variable))).toEqual([true, true, true])
    expect(found[2]).toEqual({
      variable: 'WEB_OPTION_PREVIEW_FILE_MIMETYPES',
      value: 'a/b,c/d',
      key: 'options.previewFileMimeTypes',
    })
  })
})

describe('a misspelt option', () => {
  it.each([
    ['WEB_OPTION_IMPRNT_URL', 'WEB_OPTION_IMPRINT_URL'],
    ['WEB_OPTION_IMPRINTURL', 'WEB_OPTION_IMPRINT_URL'],
    ['WEB_OPTION_PRIVACY', 'WEB_OPTION_PRIVACY_URL'],
    ['WEB_OPTION_FEEDBACK_LINK_HREF', 'WEB_OPTION_FEEDBACKLINK_HREF'],
    ['WEB_OPTION_CONTEXT_HELPERS_READ_MORE', 'WEB_OPTION_CONTEXTHELPERS_READ_MORE'],
  ])('%s means %s', (name, meant) => {
    expect(misspeltOption(name, undefined)).toMatchObject({
      meant,
      message: `${name} is not an option of the web client, so it has no effect. Did you mean ${meant}?`,
    })
  })

  it('is named as in its file', () => {
    const [{ variable, key } = { variable: '', key: '' }] = optionsIn({ imprinturl: 'x' }, 'options')
    expect(misspeltOption(variable, `${key} in config.json`)?.message).toMatch(
      /^options\.imprinturl in config\.json is not .* Did you mean "imprintUrl"\?$/,
    )
  })

  it.each([
    ...goneVariables.flatMap(({ name, question }) => (question === 'web-options' ? [name] : [])),
    ...['WEB_OPTION_CERN_FEATURES', 'WEB_OPTION_HIDE_LOGO', 'WEB_OPTION_SOMETHING_ELSE', 'WEB_OPTION_'],
    ...['WEB_UI_THEME_PATH', 'OCIS_URL'],
  ])('is not %s', (name) => {
    expect(misspeltOption(name, undefined)).toBeUndefined()
  })
})

import { expect, it } from 'vitest'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { tokenNames } from '../../../src/validate/rules/token-names.js'
import { validate } from '../../../src/validate/validate.js'
import { openCloud } from '../../support/open-cloud.js'
import {
  type Changes,
  type InvalidCase,
  mistakesAt,
  testRule,
  valuesAt,
  withChanges,
} from '../../support/test-rule.js'

const tokens = (index: number) => `/clients/web/themes/${index}/designTokens`
const palette = `${tokens(0)}/colorPalette`
const dark = `${tokens(1)}/colorPalette`
const inDefaults = '/clients/web/defaults/designTokens'
const openCloudPalette = `${inDefaults}/colorPalette`

/** A token of the dark theme under another name, which is then not set. */
const misspelt = (token: string, as: string): InvalidCase => {
  const value = (
    exampleTheme() as never as {
      clients: { web: { themes: { designTokens: { colorPalette: Record<string, string> } }[] } }
    }
  ).clients.web.themes[1]?.designTokens.colorPalette[token] as string
  return {
    name: `${as}, meant as ${token}`,
    change: { [`${dark}/${token}`]: undefined, [`${dark}/${as}`]: value },
    finds: [`misspelt-token ${dark}/${as}`],
    says: JSON.stringify(token),
    cure: { [`${dark}/${as}`]: undefined, [`${dark}/${token}`]: value },
  }
}

const misplaced = (group: string, token: string, value: string, right: string): InvalidCase => ({
  name: `${token} in ${group}`,
  change: { [`${tokens(0)}/${group}/${token}`]: value },
  finds: [`misplaced-key ${tokens(0)}/${group}/${token}`],
  says: `designTokens/${right}`,
  cure: {
    [`${tokens(0)}/${group}/${token}`]: undefined,
    [`${tokens(0)}/${right}${right === token ? '' : `/${token}`}`]: value,
  },
})

testRule(tokenNames, {
  valid: [
    {
      change: {
        [`${palette}/swatch-passive-muted`]: '#4b635f',
        [`${inDefaults}/sizes/max-height-logo`]: '16px',
      },
    },
    ...valuesAt(`${palette}/harbour`, ['']),
    {
      name: 'icons, of which OpenCloud reads all',
      ...openCloud(
        { [openCloudPalette]: { 'icon-pdf': '#000', 'icon-ours': '#111' } },
        { target: 'opencloud-4' },
      ),
    },
    {
      name: 'roles of which OpenCloud 4 and later read all',
      ...openCloud(
        { [`${inDefaults}/roles`]: { background: '#ffffff', inverseSurface: '#333333' } },
        { target: 'opencloud-4' },
      ),
    },
    { name: 'a palette of OpenCloud without tokens', ...openCloud({ [openCloudPalette]: {} }) },
  ],
  invalid: [
    ...mistakesAt(`${palette}/harbour`, ['#4b635f'], 'unused-token'),
    ...mistakesAt(`${inDefaults}/spacing/harbour`, ['1px'], 'unused-token'),
    {
      name: 'a token of the design system that nothing reads',
      change: { [`${palette}/icon-medical`]: '#4b635f' },
      finds: [`unused-token ${palette}/icon-medical`],
      says: '"icon-medical"',
    },
    {
      name: 'several of those, in one finding',
      change: {
        [`${palette}/icon-medical`]: '#4b635f',
        [`${palette}/icon-text`]: '#4b635f',
        [`${dark}/icon-medical`]: '#4b635f',
      },
      finds: [`unused-token ${palette}/icon-medical`],
      says: /"icon-medical", "icon-text"/,
      related: [`${dark}/icon-medical`, `${palette}/icon-text`],
    },
    {
      name: 'roles of OpenCloud that only later releases read, in one finding',
      ...openCloud(
        {
          [`${inDefaults}/roles/background`]: '#ffffff',
          [`${inDefaults}/roles/inverseSurface`]: '#333333',
        },
        { target: 'opencloud-2' },
      ),
      finds: [`unused-token ${inDefaults}/roles/background`],
      says: /roles.*: "background", "inverseSurface"\./,
    },
    {
      name: 'a token with what its custom property begins with',
      change: { [`${palette}/color-border`]: '#4b635f' },
      finds: [`unused-token ${palette}/color-border`],
      says: ' "border"',
      cure: { [`${palette}/color-border`]: undefined, [`${palette}/border`]: '#4b635f' },
    },
    ...['background-default', 'text-default', 'text-muted', 'swatch-brand-default'].map((token) =>
      misspelt(token, token.replace(/(.)(.)$/, '$2$1')),
    ),
    misspelt('swatch-brand-contrast', 'swatch-brand-contast'),
    {
      name: 'a misspelt token beside the one that is meant, which is only unused',
      change: {
        [`${palette}/swatch-pasive-muted`]: '#4b635f',
        [`${palette}/swatch-passive-muted`]: '#4b635f',
      },
      finds: [`unused-token ${palette}/swatch-pasive-muted`],
    },
    misplaced('spacing', 'border', '#d5e0de', 'colorPalette'),
    misplaced('colorPalette', 'max-height-logo', '16px', 'sizes'),
    misplaced('colorPalette', 'fontFamily', 'Inter', 'fontFamily'),
    {
      name: 'one that several groups read',
      change: { [`${palette}/medium`]: '16px' },
      finds: [`misplaced-key ${palette}/medium`],
      says: /designTokens\/fontSizes or .*designTokens\/spacing/,
    },
    {
      name: 'each name once, with its other places',
      change: {
        [`${palette}/harbour`]: '#4b635f',
        [`${dark}/harbour`]: '#4b635f',
        [`${openCloudPalette}/harbour`]: '#4b635f',
        [`${inDefaults}/spacing/harbour`]: '1px',
      },
      finds: [`unused-token ${openCloudPalette}/harbour`, `unused-token ${inDefaults}/spacing/harbour`],
      says: /^(?!.* more places)/,
      related: [`${palette}/harbour`, `${dark}/harbour`],
    },
    {
      name: 'a name with a slash in it',
      change: { [`${palette}/a~1b`]: '#4b635f' },
      finds: [`unused-token ${palette}/a~1b`],
    },
    {
      name: 'a key that means something else on every object, which is a finding of its own',
      change: { [`${palette}/constructor`]: '#4b635f' },
      finds: [`hostile-key ${palette}/constructor`],
    },
    {
      name: 'a token that is no text, which clients reject',
      change: { [`${palette}/harbour`]: 5 },
      finds: [`wrong-type ${palette}/harbour`],
    },
    {
      name: 'a palette of which OpenCloud reads the icons only, in one finding',
      ...openCloud(
        { [openCloudPalette]: { 'icon-pdf': '#000', border: '#000', 'text-default': '#000' } },
        { target: 'opencloud-4' },
      ),
      finds: [`unused-token ${openCloudPalette}`],
      says: /"icon-".* 2 /,
    },
    {
      name: 'a palette of which OpenCloud reads nothing any more',
      ...openCloud({ [openCloudPalette]: { 'icon-pdf': '#000' } }),
      finds: [`unused-token ${openCloudPalette}`],
      says: /no tokens .* 1 /,
    },
    {
      name: 'a misspelt role of OpenCloud',
      ...openCloud({
        [`${inDefaults}/roles/onPirmary`]: '#ffffff',
        [`${inDefaults}/roles/onPrimary`]: undefined,
      }),
      finds: [`misspelt-token ${inDefaults}/roles/onPirmary`],
      says: '"onPrimary"',
    },
    ...['on-primary', 'ON_PRIMARY', 'OnPrimary', 'on Primary'].map((key) => ({
      name: `${key}, which OpenCloud reads as onPrimary`,
      ...openCloud({
        [`${inDefaults}/roles/${key}`]: '#ffffff',
        [`${inDefaults}/roles/onPrimary`]: undefined,
      }),
      finds: [`misspelt-token ${inDefaults}/roles/${key}`],
      says: /reads .* as "onPrimary"/,
    })),
    ...['Chrome', 'chrome '].map((key) => ({
      name: `${key}, which OpenCloud overwrites`,
      ...openCloud({ [`${inDefaults}/roles/${key}`]: '#ffffff', [`${inDefaults}/roles/chrome`]: undefined }),
      finds: [`misspelt-token ${inDefaults}/roles/${key}`],
      says: /reads no token .* "chrome"/,
    })),
    {
      name: 'a misspelt colour of OpenCloud 1',
      ...openCloud(
        {
          [`${inDefaults}/roles`]: undefined,
          [`${openCloudPalette}/background-chorme`]: '#20434f',
          [`${openCloudPalette}/swatch-passive-hover-outline`]: '#000',
          [`${openCloudPalette}/icon-ours`]: '#000',
        },
        { target: 'opencloud-1' },
      ),
      finds: [
        `misspelt-token ${openCloudPalette}/background-chorme`,
        `unused-token ${openCloudPalette}/icon-ours`,
      ],
      says: '"background-chrome"',
    },
    ...(['opencloud-1', 'opencloud-2'] as const).map((target) => ({
      name: `a misspelt size, and breakpoints, of which ${target} reads none`,
      ...openCloud(
        {
          [`${inDefaults}/roles`]: undefined,
          [`${inDefaults}/sizes`]: { 'icon-defualt': '22px', 'tiles-default': '10rem' },
          [`${inDefaults}/breakpoints`]: { xlarge: '1600px' },
        },
        { target },
      ),
      finds: [`unused-token ${inDefaults}/breakpoints`, `misspelt-token ${inDefaults}/sizes/icon-defualt`],
      says: /1 of its tokens has|"icon-default"/,
    })),
  ],
})

it('keeps the places of a name few', () => {
  const many = Array.from({ length: 120 }, (_, index) => index + 3)
  const change: Changes = Object.fromEntries(
    many.map((index) => [
      `/clients/web/themes/${index}`,
      { name: `${index}`, isDark: false, designTokens: { colorPalette: { harbour: '#000000' } } },
    ]),
  )
  const { diagnostics } = validate(withChanges(exampleTheme(), change))
  const found = diagnostics.filter(({ code }) => code === 'unused-token')
  expect(found).toHaveLength(1)
  expect(found[0]?.related).toHaveLength(10)
  expect(found[0]?.message).toContain('Also in 109 more places')
})

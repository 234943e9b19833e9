import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { hoverUnreadable } from '../../../src/validate/rules/hover-unreadable.js'
import { testRule, withChanges } from '../../support/test-rule.js'

const light = '/clients/web/themes/0/designTokens/colorPalette'
const dark = '/clients/web/themes/1/designTokens/colorPalette'
const defaults = '/clients/web/defaults/designTokens/colorPalette'
const primary = { 'swatch-primary-default': '#0b4f4a', 'swatch-primary-contrast': '#ffffff' }
const at = (layer: string, tokens: object) =>
  Object.fromEntries(Object.entries(tokens).map(([token, value]) => [`${layer}/${token}`, value as string]))

testRule(hoverUnreadable, {
  valid: [
    {
      name: 'light text on a dark page',
      change: at(dark, primary),
      options: { rules: { 'low-contrast': 'off' } },
    },
    {
      name: 'all tokens, in the theme and the defaults',
      change: {
        ...at(light, { ...primary, 'swatch-primary-muted-hover': '#083b37' }),
        ...at(defaults, { 'swatch-primary-gradient-hover': '#083b37' }),
      },
    },
    { name: 'a target that was not measured', change: at(light, primary), options: { target: 'ocis-7' } },
    {
      name: "a text that can't be judged",
      change: at(light, { ...primary, 'swatch-primary-contrast': 'var(--x)' }),
    },
    {
      name: 'a branding file with something else, over a theme with such a button',
      document: { common: { name: 'Acme' } },
      options: { as: 'branding', base: withChanges(exampleTheme(), at(light, primary)) },
    },
    {
      name: 'an outlined button with dark text',
      change: at(light, { 'swatch-passive-default': '#4b635f', 'swatch-passive-contrast': '#000000' }),
      options: { rules: { 'low-contrast': 'off', 'weak-contrast': 'off' } },
    },
  ],
  invalid: [
    {
      name: 'light text on a light page',
      change: at(light, primary),
      finds: [`hover-unreadable ${light}/swatch-primary-default`],
      says: /"swatch-primary-muted-hover" and no "swatch-primary-gradient-hover".*1:1.*Add them/,
      cure: at(light, {
        'swatch-primary-muted-hover': '#083b37',
        'swatch-primary-gradient-hover': '#083b37',
      }),
    },
    {
      name: 'one of two tokens',
      change: at(light, { ...primary, 'swatch-primary-muted-hover': '#083b37' }),
      finds: [`hover-unreadable ${light}/swatch-primary-default`],
      says: /^(?!.*muted-hover).*which has no default.*Add it/,
    },
    {
      name: 'the text of the design system',
      change: at(light, { 'swatch-primary-default': '#0b4f4a' }),
      finds: [`hover-unreadable ${light}/swatch-primary-default`],
      options: { rules: { 'contrast-tokens-missing': 'off' } },
    },
    {
      name: 'an outlined button',
      change: at(light, { 'swatch-passive-default': '#4b635f', 'swatch-passive-contrast': '#ffffff' }),
      finds: [`hover-unreadable ${light}/swatch-passive-default`],
      cure: at(light, { 'swatch-passive-hover-outline': '#3a4d4a' }),
    },
    {
      name: 'colours in the defaults, of a theme without any',
      change: { ...at(defaults, primary), '/clients/web/themes/0/designTokens': undefined },
      finds: [`hover-unreadable ${defaults}/swatch-primary-default`],
    },
    {
      name: 'the text of a branding file on the page of the theme below it',
      document: { clients: { web: { defaults: { designTokens: { colorPalette: primary } } } } },
      options: { as: 'branding', base: exampleTheme() },
      finds: [`hover-unreadable ${defaults}/swatch-primary-default`],
    },
    {
      name: 'colours in the defaults, said once',
      change: at(defaults, primary),
      finds: [`hover-unreadable ${defaults}/swatch-primary-default`],
    },
  ],
})

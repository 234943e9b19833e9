import { expect, it } from 'vitest'
import type { Json } from '../../../src/json/value.js'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { designColor } from '../../../src/targets/design-colors.js'
import { targets } from '../../../src/targets/index.js'
import { contrast } from '../../../src/validate/rules/contrast.js'
import { validate } from '../../../src/validate/validate.js'
import { openCloud } from '../../support/open-cloud.js'
import { type InvalidCase, testRule, type ValidCase, withChanges } from '../../support/test-rule.js'

const layer = (name: string) => (token: string) => `/clients/web/${name}/designTokens/colorPalette/${token}`
const [light, dark, inDefaults] = ['themes/0', 'themes/1', 'defaults'].map(layer) as [
  (token: string) => string,
  (token: string) => string,
  (token: string) => string,
]
const group = (at: string) => at.slice(0, at.lastIndexOf('/'))
const roles = '/clients/web/defaults/designTokens/roles'

/** Tokens of the light theme. */
const ofLight = (tokens: Record<string, Json | undefined>) =>
  Object.fromEntries(Object.entries(tokens).map(([token, value]) => [light(token), value]))

/** Other backgrounds that the same texts are readable on. */
const white = {
  'background-highlight': '#ffffff',
  'background-hover': '#ffffff',
  'background-muted': '#ffffff',
}
const black = {
  'background-highlight': '#000000',
  'background-hover': '#000000',
  'background-muted': '#000000',
  'background-secondary': '#000000',
  'input-text-default': '#ffffff',
  'swatch-danger-default': '#ffffff',
  'swatch-danger-contrast': '#000000',
  'swatch-primary-default': '#ffffff',
  'text-inverse': '#000000',
  'swatch-passive-contrast': '#000000',
  'swatch-passive-default': '#ffffff',
}

const valid = (name: string, change: Record<string, Json | undefined>): ValidCase => ({ name, change })

const invalid = (
  name: string,
  change: Record<string, Json | undefined>,
  ...finds: readonly string[]
): InvalidCase => ({ name, change, finds })

/** Of what buttons show under the pointer another rule speaks. */
const atRest = <Case extends ValidCase>(cases: readonly Case[]): Case[] =>
  cases.map((one) => ({
    ...one,
    options: { rules: { 'hover-unreadable': 'off' }, ...one.options },
  }))

testRule(contrast, {
  valid: atRest([
    {
      name: "a swatch without the colour of its text, where the design system's can be read",
      change: ofLight({ 'swatch-success-default': '#000000' }),
    },
    valid('enough for small text', ofLight({ 'text-default': '#767676', ...white })),
    valid('black that lets some white through', ofLight({ 'text-default': 'rgba(0, 0, 0, 0.9)' })),
    valid('a colour that only the browser can work out', ofLight({ 'text-default': 'var(--acme)' })),
    valid('no colour, which is a finding of its own', ofLight({ 'text-default': 'inherit' })),
    valid('a colour of the defaults that all themes replace', { [inDefaults('text-default')]: '#ffffff' }),
    // An empty token is not set, and the design system's comes through.
    valid('an empty text in place of a colour', ofLight({ 'text-default': '' })),
    valid('an empty text that hides the colour of the defaults', {
      [inDefaults('text-default')]: '#eeeeee',
      ...ofLight({ 'text-default': '' }),
    }),
    valid(
      'a swatch with the colour of its text',
      ofLight({ 'swatch-success-default': '#eeeeee', 'swatch-success-contrast': '#000000' }),
    ),
    valid('white on a swatch that lets a dark page through', {
      [dark('swatch-brand-default')]: 'rgba(255, 255, 255, 0.1)',
      [dark('swatch-brand-contrast')]: '#ffffff',
    }),
    valid('the colour of the text on a swatch alone', ofLight({ 'swatch-success-contrast': '#ffffff' })),
    valid('tokens that nothing is painted with', ofLight({ border: '#ffffff' })),
    { name: 'a theme of OpenCloud', ...openCloud() },
    {
      name: 'a role of OpenCloud that can be read on the default of its pair',
      ...openCloud({ [`${roles}/onTertiary`]: '#ffffff' }),
    },
  ]),
  invalid: atRest<InvalidCase>([
    {
      name: "a role of OpenCloud on which the default of its pair can't be read",
      ...openCloud({ [`${roles}/tertiary`]: '#ffffff' }),
      finds: [`low-contrast ${roles}/tertiary`],
      cure: { [`${roles}/tertiary`]: '#0b4f4a' },
    },
    {
      ...invalid(
        'too little for any text',
        ofLight({ 'text-default': '#bbbbbb' }),
        `low-contrast ${light('text-default')}`,
      ),
      says: /1\.91:1 .*"Light".*--oc-color-text-default: #bbbbbb on --oc-color-background-default: #ffffff.*below the 3:1.*Make one of the two/,
      cure: ofLight({ 'text-default': '#333333' }),
    },
    {
      ...invalid(
        'enough for large text only',
        ofLight({ 'text-default': '#7f7f7f' }),
        `weak-contrast ${light('text-default')}`,
      ),
      says: /4:1.*requires 4\.5:1 for small text/,
      cure: ofLight({ 'text-default': '#595959' }),
    },
    invalid(
      'just too little for small text',
      ofLight({ 'text-default': '#777777' }),
      `weak-contrast ${light('text-default')}`,
    ),
    invalid(
      'just enough for large text',
      ofLight({ 'text-default': '#949494', ...white }),
      `weak-contrast ${light('text-default')}`,
    ),
    invalid(
      'just too little for large text',
      ofLight({ 'text-default': '#959595' }),
      `low-contrast ${light('text-default')}`,
    ),
    invalid(
      'black that lets much white through',
      ofLight({ 'text-default': 'rgba(0, 0, 0, 0.3)' }),
      `low-contrast ${light('text-default')}`,
    ),
    {
      ...invalid(
        'a text on several backgrounds, in one finding',
        ofLight({ 'text-default': '#ffffff', 'background-default': '#000000', 'text-muted': '#ffffff' }),
        `low-contrast ${light('text-default')}`,
        // Other texts that the theme forgets to set.
        `low-contrast ${light('background-default')}`,
      ),
      says: /^Text of select lists .* Set input-text-default, swatch-passive-default, swatch-primary-default to match it\.$/,
      cure: ofLight({ 'background-default': '#ffffff', 'text-default': '#000000', 'text-muted': '#000000' }),
    },
    {
      ...invalid(
        'a text on several backgrounds that the theme has, with the names of the others',
        ofLight({
          'text-default': '#808080',
          'background-default': '#ffffff',
          'background-secondary': '#ffffff',
          ...white,
        }),
        `weak-contrast ${light('text-default')}`,
      ),
      says: /^Text has .* Make one of the two lighter or darker\. It is also weak on background-hover, background-muted, background-secondary, background-highlight\.$/,
    },
    {
      ...invalid(
        "a text on several backgrounds, on the one where it can't be read at all",
        ofLight({
          'text-default': '#808080',
          'background-default': '#ffffff',
          'background-secondary': '#ffffff',
          ...white,
          'background-hover': '#a0a0a0',
          'swatch-passive-default': '#000000',
          'swatch-passive-contrast': '#000000',
        }),
        `low-contrast ${light('text-default')}`,
      ),
      says: /--oc-color-background-hover: #a0a0a0\).* It is also weak on background-default, background-muted, background-secondary, background-highlight\.$/,
    },
    {
      ...invalid(
        'a text on every background, none of which the theme has',
        ofLight({
          'text-default': '#eeeeee',
          'background-default': undefined,
          'background-secondary': undefined,
          'background-hover': undefined,
          'background-highlight': undefined,
        }),
        `low-contrast ${light('text-default')}`,
      ),
      says: /Make one of the two lighter or darker\. It is also weak on /,
    },
    ...[
      ['background-hover', 'background-hover'],
      ['background-secondary', 'background-secondary'],
      ['background-highlight', 'background-highlight'],
    ].map(([token = '', place = '']) =>
      invalid(
        `what is painted on ${token}, and nothing else`,
        ofLight({ [token]: '#12302c' }),
        `low-contrast ${light(place)}`,
      ),
    ),
    invalid('muted text', { [dark('text-muted')]: '#223330' }, `low-contrast ${dark('text-muted')}`),
    invalid(
      "text in inputs, below whose background the page's shows through",
      ofLight({ 'input-text-default': '#ffffff', 'background-highlight': 'rgba(255, 255, 255, 0.1)' }),
      `low-contrast ${light('input-text-default')}`,
    ),
    {
      ...invalid(
        'a text whose background is transparent, with the colour below that',
        ofLight({
          'swatch-inverse-default': '#0b4f4a',
          'swatch-brand-default': '#0b4f4b',
          'swatch-brand-contrast': '#ffffff',
        }),
        `low-contrast ${light('swatch-inverse-default')}`,
      ),
      says: /: transparent, over --oc-color-swatch-brand-default: #0b4f4b\).*Make one of them/,
    },
    invalid(
      'the background of inputs alone',
      { [dark('background-highlight')]: '#303030', [dark('input-text-default')]: undefined },
      // That of select lists, and that of inputs.
      `low-contrast ${dark('background-default')}`,
      `low-contrast ${dark('background-highlight')}`,
    ),
    // Where to change something
    invalid(
      'a text of the defaults on a background of the theme, at the background',
      { [inDefaults('text-default')]: '#ffffff', [light('text-default')]: undefined },
      `low-contrast ${light('background-default')}`,
    ),
    invalid(
      'a text and a background of the defaults, at the text',
      {
        [inDefaults('text-default')]: '#dddddd',
        [inDefaults('background-default')]: '#ffffff',
        [light('text-default')]: undefined,
        [light('background-default')]: undefined,
      },
      `low-contrast ${inDefaults('text-default')}`,
    ),
    invalid(
      "a background of the defaults below the design system's text",
      {
        [inDefaults('background-default')]: '#041e42',
        [light('background-default')]: undefined,
        [light('text-default')]: undefined,
      },
      `low-contrast ${inDefaults('background-default')}`,
    ),
    {
      ...invalid(
        'the same pair of the defaults in several themes, once',
        {
          [inDefaults('swatch-success-default')]: '#ffffff',
          [inDefaults('swatch-success-contrast')]: '#eeeeee',
        },
        `low-contrast ${inDefaults('swatch-success-contrast')}`,
      ),
      says: '"Light"',
    },
    invalid(
      'different colours of two themes, each in its place',
      { [light('text-default')]: '#eeeeee', [dark('text-default')]: '#112211' },
      `low-contrast ${light('text-default')}`,
      `low-contrast ${dark('text-default')}`,
      // The theme for the vault has the colours of the dark one, but not this change.
    ),
    invalid(
      'a text on the background of the design system',
      ofLight({ 'background-default': undefined, 'text-default': '#eeeeee' }),
      `low-contrast ${light('text-default')}`,
    ),
    invalid(
      'a pair of the defaults, in themes without tokens',
      {
        [inDefaults('text-default')]: '#eeeeee',
        [inDefaults('background-default')]: '#ffffff',
        '/clients/web/themes/0/designTokens': undefined,
      },
      `low-contrast ${inDefaults('text-default')}`,
    ),
    invalid(
      'a pair of a theme, beside defaults without tokens',
      {
        [group(inDefaults(''))]: undefined,
        ...ofLight({ 'text-default': '#eeeeee' }),
      },
      `low-contrast ${light('text-default')}`,
    ),
    // One background, several texts
    {
      ...invalid(
        'a background that spoils several texts, and a swatch, each with a finding of its own',
        ofLight({
          'background-default': '#041e42',
          'text-muted': '#12302c',
          'swatch-success-default': '#ffffff',
          'swatch-success-contrast': '#eeeeee',
        }),
        `low-contrast ${light('background-default')}`,
        `low-contrast ${light('swatch-success-contrast')}`,
      ),
      related: [light('text-default'), light('text-muted')],
    },
    {
      ...invalid(
        'a background that spoils several texts, at the background',
        ofLight({ 'background-default': '#041e42', 'text-muted': '#12302c' }),
        `low-contrast ${light('background-default')}`,
      ),
      says: /Make background-default /,
      related: [light('text-default'), light('text-muted')],
      cure: ofLight({ 'background-default': '#ffffff' }),
    },
    {
      ...invalid(
        'a background of the defaults that spoils texts of the defaults and of the design system',
        {
          [inDefaults('background-default')]: '#041e42',
          [inDefaults('text-muted')]: '#12302c',
          [light('background-default')]: undefined,
          [light('text-default')]: undefined,
        },
        `low-contrast ${inDefaults('background-default')}`,
      ),
      says: /Make background-default /,
    },
    invalid(
      "texts of a theme that don't fit a background of all themes, at the texts",
      {
        [inDefaults('background-default')]: '#ffffff',
        ...ofLight({ 'background-default': undefined, 'text-default': '#eeeeee', 'text-muted': '#dddddd' }),
      },
      `low-contrast ${light('text-default')}`,
      `low-contrast ${light('text-muted')}`,
    ),
    invalid(
      "texts of a theme and of the defaults that don't fit a background of the defaults, at the texts",
      {
        [inDefaults('background-default')]: '#ffffff',
        [inDefaults('text-muted')]: '#dddddd',
        ...ofLight({ 'background-default': undefined, 'text-default': '#eeeeee' }),
      },
      `low-contrast ${light('text-default')}`,
      `low-contrast ${inDefaults('text-muted')}`,
    ),
    {
      ...invalid(
        'two texts that a background spoils differently, by the worse one',
        ofLight({
          ...black,
          'background-default': '#808080',
          'text-default': '#999999',
          'text-muted': '#818181',
        }),
        `low-contrast ${light('background-default')}`,
      ),
      says: '#818181',
      related: ['text-default', 'input-text-default', 'swatch-passive-default', 'swatch-primary-default'].map(
        light,
      ),
    },
    // Swatches
    {
      ...invalid(
        'a swatch that lacks the colour of its text',
        ofLight({ 'swatch-success-default': '#888888' }),
        `contrast-tokens-missing ${group(light(''))}`,
      ),
      says: /swatch-success-contrast.* it.*text-inverse/,
      cure: ofLight({ 'swatch-success-contrast': '#000000' }),
    },
    {
      ...invalid(
        'several swatches that lack them, in one finding',
        ofLight({ 'swatch-success-default': '#888888', 'swatch-warning-default': '#888888' }),
        `contrast-tokens-missing ${group(light(''))}`,
      ),
      says: /swatch-success-contrast, swatch-warning-contrast.* them/,
    },
    invalid(
      'a swatch that lacks it in all themes, in one finding at the defaults',
      { [inDefaults('swatch-success-default')]: '#888888' },
      `contrast-tokens-missing ${group(inDefaults(''))}`,
    ),
    invalid(
      'a swatch that only the browser can work out',
      ofLight({ 'swatch-success-default': 'var(--acme)' }),
      `contrast-tokens-missing ${group(light(''))}`,
    ),
    invalid(
      'a swatch whose text is hidden by an empty text',
      {
        [inDefaults('swatch-brand-contrast')]: '#000000',
        ...ofLight({ 'swatch-brand-contrast': '', 'swatch-brand-default': '#888888' }),
      },
      `contrast-tokens-missing ${group(light(''))}`,
    ),
    {
      ...invalid(
        "a swatch whose text the design system's colour doesn't fit, with upstream's advice",
        ofLight({ 'swatch-success-default': '#eeeeee' }),
        `low-contrast ${light('swatch-success-default')}`,
      ),
      says: /Set swatch-success-contrast.* text-inverse/,
      cure: ofLight({ 'swatch-success-contrast': '#000000' }),
    },
    ...['var(--x)', '#123456', 'rgb(0, 0, 0)'].map((background) =>
      invalid(
        `an opaque swatch, whatever is below it: ${background}`,
        ofLight({
          ...black,
          'swatch-brand-default': '#eeeeee',
          'background-default': background,
          'text-default': '#ffffff',
          'text-muted': '#ffffff',
        }),
        `low-contrast ${light('swatch-brand-contrast')}`,
      ),
    ),
    invalid(
      'a swatch that lets the background through',
      ofLight({ 'swatch-brand-default': 'rgba(0, 0, 0, 0.1)' }),
      `low-contrast ${light('swatch-brand-contrast')}`,
    ),
    {
      name: 'the text of a branding file, on each background of the theme below it',
      document: {
        clients: { web: { defaults: { designTokens: { colorPalette: { 'text-default': '#808080' } } } } },
      },
      options: {
        as: 'branding',
        base: withChanges(
          exampleTheme(),
          Object.fromEntries([light, dark, layer('themes/2')].map((at) => [at('text-default'), undefined])),
        ),
      },
      finds: [`weak-contrast ${inDefaults('text-default')}`, `weak-contrast ${inDefaults('text-default')}`],
      says: '"Light"',
    },
    // Misspelt tokens are findings of their own.
    invalid(
      'a swatch whose text is misspelt',
      ofLight({ 'swatch-success-default': '#eeeeee', 'swatch-success-contast': '#000000' }),
      `misspelt-token ${light('swatch-success-contast')}`,
    ),
    invalid(
      'a swatch that lacks its text, which is misspelt in the defaults',
      {
        [inDefaults('swatch-success-contast')]: '#ffffff',
        ...ofLight({ 'swatch-success-default': '#888888' }),
      },
      `misspelt-token ${inDefaults('swatch-success-contast')}`,
    ),
    invalid(
      'a text on a background that is misspelt',
      ofLight({
        'background-default': undefined,
        'background-defualt': '#000000',
        'text-default': '#ffffff',
        'text-muted': '#ffffff',
      }),
      `misspelt-token ${light('background-defualt')}`,
    ),
    invalid(
      'a swatch that only lacks its text because that is misspelt',
      ofLight({ 'swatch-success-default': '#888888', 'swatch-success-contast': '#000000' }),
      `misspelt-token ${light('swatch-success-contast')}`,
    ),
    invalid(
      'a swatch that lacks it in the defaults, for a theme without tokens',
      { [inDefaults('swatch-success-default')]: '#888888', '/clients/web/themes/0/designTokens': undefined },
      `contrast-tokens-missing ${group(inDefaults(''))}`,
    ),
    // OpenCloud
    {
      name: 'roles of OpenCloud',
      ...openCloud({ [`${roles}/primary`]: '#ffffff', [`${roles}/onPrimary`]: '#eeeeee' }),
      finds: [`low-contrast ${roles}/onPrimary`],
      says: /--oc-role-on-?[pP]rimary: #eeeeee on --oc-role-primary: #ffffff/,
    },
    {
      name: 'a role of OpenCloud that a theme puts on that of the defaults',
      ...openCloud({
        [`${roles}/tertiary`]: '#0b4f4a',
        '/clients/web/themes/1/designTokens/roles/onTertiary': '#0b4f4b',
      }),
      finds: ['low-contrast /clients/web/themes/1/designTokens/roles/onTertiary'],
      says: '"Dark"',
    },
  ]),
})

it('does not depend on what was checked before', () => {
  // A swatch and a background that no other test has, so that nothing is remembered of them yet.
  const found = (tokens: Record<string, Json>) =>
    validate(withChanges(exampleTheme(), ofLight(tokens))).diagnostics.map(
      ({ code, pointer }) => `${code} ${pointer}`,
    )
  const swatch = { 'swatch-brand-default': '#eeeeef' }
  const broken = found({ ...swatch, 'background-default': '#12' })
  const whole = found(swatch)
  expect(broken).toContain(`low-contrast ${light('swatch-brand-contrast')}`)
  expect(whole).toEqual([`low-contrast ${light('swatch-brand-contrast')}`])
  expect(found({ ...swatch, 'background-default': '#12' })).toEqual(broken)
})

it('compares with a colour of the design system where a theme has none', () => {
  for (const target of Object.values(targets)) {
    for (const { group, foreground, background, below = background } of target.painted) {
      // The side bar is painted like the page then, which is compared with the same texts.
      if (background === 'background-sidebar') continue
      for (const token of [foreground, background, below])
        expect(designColor(target, group, token), `${target.id} ${token}`).toBeDefined()
    }
  }
})

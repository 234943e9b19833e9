import { brightness } from '../../../src/validate/rules/brightness.js'
import { openCloud } from '../../support/open-cloud.js'
import { testRule } from '../../support/test-rule.js'

const isDark = (index: number) => `/clients/web/themes/${index}/isDark`
const finds = (code: string) => [`${code} /clients/web/themes`]

testRule(brightness, {
  valid: [
    { name: 'a light and a dark theme' },
    { name: 'the same in another order', change: { [isDark(0)]: true, [isDark(1)]: false } },
    {
      name: 'two light themes and a dark one',
      change: { '/clients/web/themes/3': { name: 'Also light', isDark: false, designTokens: {} } },
    },
  ],
  invalid: [
    {
      name: 'no dark theme but that of the vault',
      change: { [isDark(1)]: false },
      finds: finds('no-dark-theme'),
      says: '"Light"',
      cure: { [isDark(1)]: true },
    },
    {
      name: 'no light theme',
      change: { [isDark(0)]: true },
      finds: finds('no-light-theme'),
      says: '"Light"',
      cure: { [isDark(0)]: false },
    },
    {
      name: 'no light theme but one for the vault, and the first is not the first that shows',
      change: {
        '/clients/web/themes/0': undefined,
        '/clients/web/themes/2': { name: 'Safe', isDark: false, mode: 'vault' },
      },
      finds: finds('no-light-theme'),
      says: '"Dark"',
    },
    {
      name: 'a theme for the vault before those that show',
      change: {
        '/clients/web/themes': [
          { name: 'Safe', isDark: true, mode: 'vault', designTokens: {} },
          { name: 'Day', isDark: false, designTokens: {} },
        ],
      },
      finds: finds('no-dark-theme'),
      says: '"Day"',
    },
    {
      name: 'a theme for the vault counts where nothing knows a vault',
      change: {
        '/clients/web/themes': [
          { name: 'Safe', isDark: true, mode: 'vault', designTokens: {} },
          { name: 'Day', isDark: true, designTokens: {} },
        ],
      },
      options: { target: 'ocis-7' },
      finds: [
        'same-look /clients/web/themes/1',
        ...finds('no-light-theme'),
        'unknown-key /clients/web/themes/0/mode',
      ],
      says: '"Safe"',
    },
    ...(
      [
        [{ label: 'Acme by day' }, '"Acme by day"'],
        [{ label: 'Acme by day', name: 'Acme' }, '"Acme"'],
        [{ label: ' ' }, '/clients/web/themes/0'],
      ] as const
    ).map(([names, called]) => ({
      name: `of OpenCloud, called by what it has: ${JSON.stringify(names)}`,
      ...openCloud(
        { '/clients/web/themes': [{ isDark: false, designTokens: {}, ...names }] },
        { target: 'opencloud-1' },
      ),
      finds: finds('no-dark-theme'),
      says: ` ${called}`,
    })),
  ],
})

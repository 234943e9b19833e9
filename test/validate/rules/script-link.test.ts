import { scriptLink } from '../../../src/validate/rules/script-link.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/common/urls/imprint'
const script = 'javascript:alert(1)'
const banner = '/clients/web/defaults/appBanner'
const urls = { accessDeniedHelp: '', imprint: script, privacy: '' }

testRule(scriptLink, {
  valid: [
    ...valuesAt(at, [
      'https://acme.example',
      'mailto:a@acme.example',
      '/imprint',
      '#data:x',
      'a/javascript:x',
      '',
    ]),
    { name: 'a name that is no link', change: { '/common/name': script } },
    { name: 'a scheme that begins like one', change: { [banner]: { appScheme: 'javascripts' } } },
  ],
  invalid: [
    ...mistakesAt(
      at,
      [
        ...[script, 'JavaScript:alert(1)', ' \u0001javascript:alert(1)', 'java\tscr\nipt:alert(1)'],
        ...['data:text/html,<script>', 'vbscript:x'],
      ],
      'script-link',
    ),
    {
      name: 'a link that only later clients read',
      change: { '/common/urls/helpPage': script },
      options: { target: 'ocis-next' },
      finds: ['script-link /common/urls/helpPage'],
      says: 'https',
    },
    {
      name: 'links of a theme and of the defaults',
      change: {
        '/clients/web/defaults/common': {
          name: 'A',
          slogan: '',
          logo: 'a.svg',
          urls,
          shareRoles: { x: { iconName: 'eye' } },
        },
        '/clients/web/themes/0/common': { name: 'A', slogan: '', logo: 'a.svg', urls, shareRoles: {} },
      },
      finds: [
        'script-link /clients/web/defaults/common/urls/imprint',
        'script-link /clients/web/themes/0/common/urls/imprint',
      ],
    },
    {
      name: 'a link that no client reads',
      change: { '/common/urls/homepage': script },
      finds: ['unknown-key /common/urls/homepage'],
    },
    ...['javascript', 'Data', ' vbscript'].map((appScheme) => ({
      change: { [banner]: { appScheme } },
      finds: [`script-link ${banner}/appScheme`],
      says: '"owncloud"',
      cure: { [`${banner}/appScheme`]: 'owncloud' },
    })),
  ],
})

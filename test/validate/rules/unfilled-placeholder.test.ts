// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of shells
import { unfilledPlaceholder } from '../../../src/validate/rules/unfilled-placeholder.js'
import { openCloud } from '../../support/open-cloud.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const name = '/common/name'
const slogan = '/common/slogan'
const imprint = '/common/urls/imprint'
const logo = '/clients/web/defaults/logo/topbar'

testRule(unfilledPlaceholder, {
  valid: [
    ...valuesAt(name, [
      'Acme',
      'Todo Cloud',
      'Your Cloud',
      'A & B {C}',
      '100 % Cloud',
      'C$',
      'x < y > z',
      'a@b',
      '$5',
    ]),
    ...valuesAt(slogan, [
      'Your company in the cloud',
      'Change is good',
      '[beta]',
      'Files – 50% off',
      'Me @ home',
    ]),
    ...valuesAt(imprint, [
      'https://acme.example/imprint',
      'https://example.community/',
      'https://acme.de/%C3%9CBER%20UNS',
      'https://acme.de/a%BCDEF%20b',
      'https://acme.de/todo/change',
      'https://acme.de/?to=https://example.com',
    ]),
    ...valuesAt(logo, ['data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"%3ETODO%3C/svg%3E'], {
      rules: { 'image-space': 'off' },
    }),
  ],
  invalid: [
    ...mistakesAt(
      name,
      [
        ...[
          '{{ name }}',
          'Cloud {{ .Values.name }}',
          '${NAME}',
          '$(NAME)',
          '%NAME%',
          '%DEPARTMENT%',
          '__NAME__',
        ],
        ...[
          '@NAME@',
          '<your name>',
          '<NAME>',
          '[your company]',
          'CHANGEME',
          'change-me',
          'TODO',
          '<%= name %>',
        ],
        ...['{% name %}', 'Lorem ipsum dolor', 'yourcompany'],
      ],
      'unfilled-placeholder',
    ),
    ...mistakesAt(
      imprint,
      [
        'https://{{ host }}/imprint',
        'https://%HOST%/',
        'https://CHANGEME/',
        'TODO',
        'https://your-domain.com/',
      ],
      'unfilled-placeholder',
    ),
    ...mistakesAt(
      imprint,
      ['https://example.com', 'http://www.example.org/a', 'https://example.net:8'],
      'unfilled-placeholder',
    ),
    ...mistakesAt(logo, ['themes/${THEME}/logo.svg', 'themes/<your-theme>/logo.svg'], 'unfilled-placeholder'),
    {
      name: 'the slogan and a theme, with the mark',
      change: { [slogan]: 'Files of {{ company }}', '/clients/web/themes/0/name': '${NAME}' },
      finds: [`unfilled-placeholder ${slogan}`, 'unfilled-placeholder /clients/web/themes/0/name'],
      says: '"{{ company }}"',
      cure: { [slogan]: 'Files', '/clients/web/themes/0/name': 'Light' },
    },
    {
      name: 'the label of a theme of OpenCloud',
      ...openCloud({ '/clients/web/themes/0/label': '{{ label }}' }),
      finds: ['unfilled-placeholder /clients/web/themes/0/label'],
    },
  ],
})

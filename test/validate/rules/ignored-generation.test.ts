import { ignoredGeneration } from '../../../src/validate/rules/ignored-generation.js'
import { type InvalidCase, testRule } from '../../support/test-rule.js'

/** A part of old files beside "clients", where it belongs, and what to do. */
const part = (key: string, value: object, says: string): InvalidCase => ({
  change: { [`/${key}`]: value as never },
  finds: [`ignored-generation /${key}`],
  says,
  cure: { [`/${key}`]: undefined },
})

testRule(ignoredGeneration, {
  valid: [
    { name: 'nothing beside "clients" but common' },
    { name: 'sections of other clients', change: { '/clients/ios': {}, '/clients/desktop': {} } },
  ],
  invalid: [
    part('general', { name: 'Acme' }, '/common/urls'),
    part('logo', { topbar: 'a.svg' }, '/clients/web/defaults/logo'),
    part('loginPage', { backgroundImg: '/a.jpg' }, '/clients/web/defaults/loginPage'),
    part('web', { default: { general: { name: 'Acme' } } }, '/clients/web/themes'),
    part('default', { general: { name: 'Acme' } }, '/clients/web/themes'),
    {
      name: 'groups that files of today have too, beside one that they have not',
      change: { '/designTokens': { colorPalette: {} }, '/appBanner': { title: 'Acme' }, '/general': {} },
      finds: [
        'ignored-generation /designTokens',
        'ignored-generation /appBanner',
        'ignored-generation /general',
      ],
      says: '/clients/web/defaults/designTokens',
    },
    {
      name: 'parts that no client reads any more',
      change: {
        '/colors': { brand: '#000' },
        '/filesList': { hideDate: true },
        '/general': { name: 'Acme' },
      },
      finds: ['ignored-generation /colors', 'ignored-generation /filesList', 'ignored-generation /general'],
      says: /"colors".*: it belongs to an older generation. Delete it/,
    },
    {
      name: 'a theme where current ones belong',
      change: { '/clients/web/default': { general: { name: 'Acme' } } },
      finds: ['ignored-generation /clients/web/default'],
      says: /oCIS 8 ignores it: "default" is a theme .* Move missing values to \/clients\/web\/themes/,
    },
    {
      name: 'a theme that stands where current ones belong, which a conversion makes of it',
      change: { '/clients/web': { default: { general: { name: 'Acme' } } } },
      finds: ['missing-key /clients/web', 'missing-key /clients/web'],
      says: /"default" is a theme .* Convert the file/,
    },
    ...['defaults', 'themes'].map((key) => ({
      name: `a theme that explains why "${key}" is missing`,
      change: { [`/clients/web/${key}`]: undefined, '/clients/web/default': { general: { name: 'Acme' } } },
      finds: ['missing-key /clients/web'],
      says: /"default" is a theme .* Move missing values/,
    })),
    {
      name: 'beside a note, which is no part of old files',
      change: { '/notes': 'ours', '/default': { general: { name: 'Acme' } } },
      finds: ['unknown-key /notes', 'ignored-generation /default'],
    },
    {
      name: 'a theme that is named as something else of every object',
      change: { '/toString': { general: { name: 'Acme' } } },
      finds: ['ignored-generation /toString'],
      says: '/clients/web/themes',
    },
    {
      name: 'a background, which clients read in the themes too',
      change: { '/loginPage': { backgroundImg: '/a.jpg' } },
      finds: ['ignored-generation /loginPage'],
      cure: { '/loginPage': undefined, '/clients/web/themes/0/loginPage': { backgroundImg: '/a.jpg' } },
    },
  ],
})

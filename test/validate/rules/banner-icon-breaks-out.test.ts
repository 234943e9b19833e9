import { bannerIconBreaksOut } from '../../../src/validate/rules/banner-icon-breaks-out.js'
import { type InvalidCase, testRule, type ValidCase } from '../../support/test-rule.js'

const banner = '/clients/web/defaults/appBanner'

const icon = (value: string): ValidCase => ({ change: { [banner]: { appScheme: 'acme', icon: value } } })
const mistake = (value: string, says: string): InvalidCase => ({
  ...icon(value),
  finds: [`banner-icon-breaks-out ${banner}/icon`],
  says,
})

testRule(bannerIconBreaksOut, {
  valid: ['themes/acme/logo.svg', 'a%27b.svg', 'a"b.svg', ''].map(icon),
  invalid: [
    mistake("a'b.png", '%27'),
    mistake('a\nb.png', '%27'),
    mistake('a\rb.png', '%27'),
    mistake('a\fb.png', '%27'),
    mistake("a\\b's.png", '%27'),
    {
      ...mistake('themes\\acme\\a.svg', '"themes/acme/a.svg"'),
      cure: { [`${banner}/icon`]: 'themes/acme/a.svg' },
    },
    {
      name: 'a quote, with the way to write one',
      ...mistake("a'b.svg", '%27'),
      cure: { [`${banner}/icon`]: 'a%27b.svg' },
    },
    {
      name: 'the icon of one theme',
      change: { '/clients/web/themes/1/appBanner': { appScheme: 'acme', icon: "'" } },
      finds: ['banner-icon-breaks-out /clients/web/themes/1/appBanner/icon'],
    },
  ],
})

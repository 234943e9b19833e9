import { targets } from '../../../src/index.js'
import { uniqueNames } from '../../../src/validate/rules/unique-names.js'
import { exampleThemeFor } from '../../support/example-theme-for.js'
import { openCloud } from '../../support/open-cloud.js'
import { conversionTargets } from '../../support/targets.js'
import { type InvalidCase, testRule, type ValidCase } from '../../support/test-rule.js'

const at = '/clients/web/themes'
const options = { rules: 'off' } as const

/** Themes with some names; a theme for the vault has its own after a colon. */
const named = (...names: readonly string[]) => ({
  [at]: names.map((name) => {
    const [vault, own] = name.split('vault:')
    return own === undefined
      ? { name: vault as string, isDark: false }
      : { name: own, isDark: true, mode: 'vault' }
  }),
})

const knowsModes = (target: (typeof conversionTargets)[number]) => targets[target].uniqueNames === 'mode'

testRule(uniqueNames, {
  valid: [
    { name: 'one theme', change: named('A'), options },
    { name: 'two themes', change: named('A', 'B'), options },
    { name: 'three themes', change: named('A', 'B', 'C'), options },
    { name: 'blank names, which are findings of their own', change: named(' ', ' ', ''), options },
    { name: 'two blank names', change: named('', ''), options },
    { name: "names that differ in a letter's case", change: named('Light', 'light'), options },
    ...conversionTargets.filter(knowsModes).map(
      (target): ValidCase => ({
        name: `a theme and one for the vault, for ${target}`,
        document: exampleThemeFor(target),
        change: { [`${at}/2/name`]: 'Light' },
        options: { target, ...options },
      }),
    ),
    {
      name: 'themes of OpenCloud with different labels',
      ...openCloud({ '/clients/web/themes/0/name': 'A', '/clients/web/themes/1/name': 'A' }, options),
    },
    {
      name: 'themes of the first OpenCloud without names, which have the same label',
      ...openCloud({ '/clients/web/themes/1/label': 'Light' }, { target: 'opencloud-1', ...options }),
    },
  ],
  invalid: [
    ...conversionTargets.map(
      (target): InvalidCase => ({
        name: `two themes, for ${target}`,
        document: exampleThemeFor(target),
        change: { [`${at}/1/name`]: 'Light' },
        options: { target, ...options },
        finds: [`duplicate-theme-name ${at}/1/name`],
        says: /^(?=.*"Light")(?!.*modes)/,
        related: [`${at}/0/name`],
        cure: { [`${at}/1/name`]: 'B' },
      }),
    ),
    ...conversionTargets
      .filter((target) => !knowsModes(target))
      .map(
        (target): InvalidCase => ({
          name: `a theme and one for the vault, for ${target}`,
          document: exampleThemeFor(target),
          change: { [`${at}/1/name`]: 'Light', [`${at}/1/mode`]: 'vault' },
          options: { target, ...options },
          finds: [`duplicate-theme-name ${at}/1/name`],
          says: /knows no modes.*12\.4/,
        }),
      ),
    {
      name: 'each that has the name of an earlier one',
      change: named('A', 'B', 'A', 'vault:B', 'B', 'A'),
      options,
      finds: [2, 4, 5].map((index) => `duplicate-theme-name ${at}/${index}/name`),
      related: [`${at}/0/name`],
    },
    {
      name: 'two themes of the vault',
      change: named('A', 'vault:A', 'vault:A'),
      options,
      finds: [`duplicate-theme-name ${at}/2/name`],
      related: [`${at}/1/name`],
    },
    {
      name: 'two labels of OpenCloud',
      ...openCloud({ '/clients/web/themes/1/label': 'Light' }, options),
      finds: [`duplicate-theme-name ${at}/1/label`],
    },
  ],
})

import type { DiagnosticCode } from '../../findings/catalogue.js'
import { roles } from '../../formats/roles.js'
import { imageCodes } from '../../images/codes.js'
import { targetIds } from '../../targets/index.js'
import { ruleSettings } from '../../validate/options.js'
import { ruleCodes } from '../../validate/rules.js'

/** The codes of findings whose severity can be changed. */
export const changeableCodes: ReadonlySet<DiagnosticCode> = /* @__PURE__ */ (() =>
  new Set([...ruleCodes, ...imageCodes]))()

/** The kinds of servers of a theme file. */
export const servers = ['ocis', 'static'] as const

/** One key of the configuration file: its type, and the description that the option of `validate` has, too. */
export interface ConfigurationKey {
  readonly type: 'boolean' | 'path' | 'strings' | 'rules' | 'choice' | 'number'
  /** The allowed values of a choice. */
  readonly values?: readonly string[]
  /** The smallest allowed number. */
  readonly least?: number
  /** What it does, in a few words without a full stop. */
  readonly about: string
}

/** Every key of the configuration file but `$schema`. */
export const configurationKeys = {
  files: {
    type: 'strings',
    about:
      'the theme files: names, folders (every theme.json below them) and patterns; **/theme.json unless given',
  },
  target: {
    type: 'choice',
    values: targetIds,
    about: 'the release (default: the newest of the product that the theme is for)',
  },
  served: {
    type: 'choice',
    values: servers,
    about: 'the server of the file: oCIS, which adds the share roles (default), or a plain web server',
  },
  as: {
    type: 'choice',
    values: roles,
    about: 'the kind of the files; in folders named _branding a branding file, else a theme',
  },
  themeFile: {
    type: 'path',
    about: 'the theme below a branding file (default: the one that the release ships)',
  },
  rules: { type: 'rules', about: `the severity of rules by their codes: ${ruleSettings.join(', ')}` },
  assets: { type: 'path', about: 'the folder that the server serves, to check the images' },
  images: { type: 'boolean', about: 'also inspects these images (requires sharp)' },
  strict: { type: 'boolean', about: 'counts warnings as errors' },
  maxWarnings: { type: 'number', least: 0, about: 'fails with more than N warnings' },
  maxFindings: {
    type: 'number',
    least: 1,
    about: 'lists N findings of each code per file (100); the others are counted',
  },
} as const satisfies Record<string, ConfigurationKey>

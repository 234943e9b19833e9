import { configurationKeys as keys, servers } from '../../node/configuration/configuration-keys.js'
import { reportFormats } from '../../report/reporter.js'
import { targetIds } from '../../targets/index.js'
import { ruleSettings } from '../../validate/options.js'
import { configurationSwitches } from '../configuration-switches.js'
import { flag, oneOf, release, text } from '../option-table.js'
import { validateFiles } from '../validation/validate-files.js'
import { watchValidation } from '../validation/watch.js'
import type { Command } from './command.js'
import { findingLimit, roleSwitches } from './common-options.js'

/** Checks whether a release accepts and shows each file. */
export const validateCommand: Command = {
  usage: ['validate <file, folder or glob…|-> [options]', 'validate [options]'],
  about:
    'Checks that a release accepts and renders each theme, and flags likely mistakes. A folder means every theme.json below it.',
  operands: 'files',
  options: {
    target: release(targetIds, keys.target.about),
    served: oneOf(servers, keys.served.about),
    ...roleSwitches,
    rule: {
      ...text('CODE=SEVERITY', `changes the severity of a rule: ${ruleSettings.join(', ')}`),
      multiple: true,
    },
    assets: text('FOLDER', keys.assets.about),
    images: flag(keys.images.about),
    strict: flag(keys.strict.about),
    'max-warnings': text('N', keys.maxWarnings.about),
    ...findingLimit,
    quiet: flag('reports only errors'),
    'stdin-filename': text('FILE', 'the name of standard input in the report'),
    format: oneOf(reportFormats, 'the format of the report (default pretty)', 'FORMAT'),
    report: {
      ...text('FORMAT=FILE', 'also writes a report into a file (--force overwrites)'),
      multiple: true,
    },
    force: flag('lets --report overwrite a file'),
    watch: flag('checks again whenever a file changes, until Ctrl+C'),
    ...configurationSwitches,
  },
  notes:
    'theme-convert.json in the working folder, or the file of --config, sets files, rules and most of these options. Parent folders are not searched. Options of the call win. Paths in the file are relative to its folder.',
  examples: [
    'theme-convert validate theme.json',
    'theme-convert validate --strict --format github "themes/**/theme.json"',
    'theme-convert validate --rule no-vault-theme=off theme.json',
  ],
  async run(args, surroundings) {
    return await (args.flag('watch') ? watchValidation : validateFiles)(args, surroundings)
  },
}

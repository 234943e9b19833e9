import {
  defaultOpenCloudTarget,
  defaultTarget,
  type Explanation,
  explain,
  type Resolution,
  type ResolveOptions,
  resolve,
} from '../../index.js'
import { defined } from '../../json/defined.js'
import { quoted } from '../../json/quoted.js'
import { plural } from '../../report/counts.js'
import type { Colors } from '../../report/reporter.js'
import { visible } from '../../report/visible.js'
import { targetIds } from '../../targets/index.js'
import { withLines } from '../../text/ranges.js'
import type { Arguments } from '../arguments.js'
import { rootBlock } from '../css.js'
import { oneOf, release, text } from '../option-table.js'
import { FINDINGS, FINE, UsageError } from '../outcome.js'
import { type Found, renderFindings, toJson } from '../render.js'
import { table } from '../table.js'
import type { Command, Surroundings } from './command.js'
import {
  formats as commonFormats,
  fileOf,
  findingLimit,
  maxFindingsOf,
  readRole,
  roleSwitches,
} from './common-options.js'
import { isRead, loadAsShown, readDocumentOf, statusOf } from './load-file.js'
import { readWebOptions, webOptionSwitches } from './web-config.js'

const formats = [...commonFormats, 'css'] as const
const preferences = ['light', 'dark'] as const
const modes = ['regular', 'vault'] as const
const servers = ['ocis', 'static'] as const

/** Shows the values that a client uses. */
export const resolveCommand: Command = {
  usage: ['resolve <file|-> [options]'],
  about: 'Shows the final values of a theme after every merge, and where they come from.',
  operands: 'files',
  options: {
    target: release(
      targetIds,
      `the release (default ${defaultTarget}, for OpenCloud ${defaultOpenCloudTarget}; legacy files need none)`,
    ),
    theme: text('NAME', 'shows this theme instead of the one that the client chooses'),
    prefers: oneOf(preferences, "the preference of the user's system"),
    mode: oneOf(modes, 'the pages: regular or vault'),
    stored: text('NAME', 'the theme stored in the browser'),
    served: oneOf(servers, 'the server of the file (default ocis)'),
    branding: text('FILE', 'the branding file, merged into the theme by the server'),
    ...roleSwitches,
    ...webOptionSwitches,
    explain: text('WHAT', 'shows where the value of a JSON Pointer or --oc-… property comes from'),
    ...findingLimit,
    format: oneOf(formats, 'for reading (default), for programs, or the custom properties'),
  },
  examples: [
    'theme-convert resolve theme.json --prefers dark --format css',
    'theme-convert resolve theme.json --explain --oc-color-swatch-brand-default',
    'theme-convert resolve theme.json --explain /logo/topbar',
  ],
  run(args, surroundings) {
    const { output, messages } = surroundings
    const file = fileOf('resolve', args)
    const format = args.choice('format', formats) ?? 'pretty'
    const subject = args.text('explain')
    if (subject !== undefined && format === 'css')
      throw new UsageError('--explain has no CSS; leave out --format css.')
    if (subject !== undefined && !/^(\/|--)/.test(subject)) {
      throw new UsageError(
        '--explain requires a custom property (--oc-color-border) or a JSON Pointer (/logo/topbar).',
      )
    }
    const options = readOptions(args, file, surroundings)
    const loaded = loadAsShown(file, maxFindingsOf(args), surroundings)
    const report = ({ diagnostics, ...more }: Found) =>
      renderFindings(loaded.file, { ...more, diagnostics: [...loaded.notes, ...diagnostics] }, messages)
    if (!isRead(loaded)) {
      return { status: statusOf(loaded), output: '', messages: report(loaded) }
    }
    const explanation = subject === undefined ? undefined : explain(loaded.document, subject, options)
    const found = explanation?.resolution ?? resolve(loaded.document, options)
    const resolution = { ...found, diagnostics: withLines(loaded.text, found.diagnostics) }
    if (resolution.theme === undefined) {
      return { status: FINDINGS, output: '', messages: report(resolution) }
    }
    const text =
      explanation === undefined
        ? renderers[format](resolution, output)
        : format === 'json'
          ? toJson(withoutResolution(explanation))
          : renderExplanation(explanation, output)
    const isRejected = resolution.diagnostics.some(({ severity }) => severity === 'error')
    return {
      status: isRejected ? FINDINGS : FINE,
      output: text,
      messages: report(resolution),
    }
  },
}

function readOptions(args: Arguments, file: string, surroundings: Surroundings): ResolveOptions {
  const branding = args.text('branding')
  const webOptions = readWebOptions(args, surroundings)
  const { roleOf, base } = readRole(args, surroundings)
  const as = roleOf(file)
  if (as === 'branding' && branding !== undefined)
    throw new UsageError(`${file} is the branding file itself: leave out --branding, or add --as theme.`)
  return defined({
    as,
    base,
    target: args.choice('target', targetIds),
    prefers: args.choice('prefers', preferences),
    mode: args.choice('mode', modes),
    served: args.choice('served', servers),
    theme: args.text('theme'),
    stored: args.text('stored'),
    webOptions,
    branding:
      branding === undefined
        ? undefined
        : readDocumentOf('--branding', branding, surroundings, 'branding file'),
  })
}

const renderers: Record<(typeof formats)[number], (resolution: Resolution, colors: Colors) => string> = {
  json: (resolution) => toJson(resolution),
  css: ({ properties }) => rootBlock(properties),
  pretty: ({ target, client, choice, values, properties }, colors) => {
    const lines = [
      `${colors.bold(choice === undefined ? client : `Theme ${visible(quoted(choice.name))}`)} for ${target}${choice === undefined ? '' : `: ${visible(choice.reason)}`}`,
      '',
      ...table(
        values.map(({ pointer, value, origin }) => [
          pointer,
          shown(value),
          place(origin.layer, origin.source),
        ]),
      ),
    ]
    if (properties.length > 0) {
      const set = properties.filter((property) => property.set)
      const unset = properties.length - set.length
      lines.push(
        '',
        `Sets ${plural(set.length, 'token')} as custom properties; ${unset} more keep the value of the design system (--format css lists those that are set).`,
      )
    }
    return `${lines.join('\n')}\n`
  },
}

function renderExplanation({ subject, steps, conclusion }: Explanation, colors: Colors): string {
  const rows = steps.map(({ layer, source, pointer, value, wins, reason }) => [
    wins ? '→' : ' ',
    place(layer, source),
    pointer,
    shown(value),
    reason,
  ])
  return `${colors.bold(visible(subject))}\n${table(rows)
    .map((line) => `${line}\n`)
    .join('')}${visible(conclusion)}\n`
}

function withoutResolution({ resolution, ...explanation }: Explanation) {
  return { ...explanation, target: resolution.target, choice: resolution.choice }
}

function place(layer: string, source: string): string {
  return source === 'file' || source === layer ? layer : `${layer} (${source})`
}

function shown(value: unknown): string {
  return JSON.stringify(value)
}

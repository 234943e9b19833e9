import { generationOfPart } from '../../formats/families.js'
import { type Generation, generations } from '../../formats/generations.js'
import { type Role, roles } from '../../formats/roles.js'
import { defined } from '../../json/defined.js'
import { quoted } from '../../json/quoted.js'
import { isObject, type Json } from '../../json/value.js'
import type { Colors } from '../../report/reporter.js'
import { visible } from '../../report/visible.js'
import { type Detection, detect } from '../../shipped/detect.js'
import type { Difference } from '../../shipped/differences.js'
import { oneOf } from '../option-table.js'
import { FINE, type Outcome } from '../outcome.js'
import { renderFindings, toJson } from '../render.js'
import type { Command } from './command.js'
import { filesOf, findingLimit, formatSwitch, formats, maxFindingsOf } from './common-options.js'
import { type Loaded, loadAsShown, statusOf } from './load-file.js'

// It imports single modules, because it needs neither schemas nor targets.

/** How many differences from a shipped theme are listed. */
const MOST_DIFFERENCES = 8

/** Shows the generation of each file, and whether it is customised. */
export const detectCommand: Command = {
  usage: ['detect <file…|-> [options]'],
  about:
    'Detects the generation of each file, with the reasons. For files up to oCIS 5 also whether it is customised or was written by a logo upload, and what differs from the theme that the release shipped.',
  operands: 'files',
  options: {
    as: oneOf(roles, 'the kind of the files, if known: a part of a theme may be a branding file'),
    ...findingLimit,
    ...formatSwitch,
  },
  examples: ['theme-convert detect theme.json', 'theme-convert detect --format json themes/*/theme.json'],
  run(args, surroundings) {
    const { output, messages } = surroundings
    const as = args.choice('as', roles)
    const format = args.choice('format', formats) ?? 'pretty'
    const maxFindings = maxFindingsOf(args)
    // Only one file at a time is kept in memory.
    const outcomes = filesOf(args).map((file) => {
      const loaded = loadAsShown(file, maxFindings, surroundings)
      const status = statusOf(loaded)
      return {
        status,
        name: loaded.file,
        found: status === FINE ? undefined : foundIn(loaded),
        notes: loaded.notes,
        detection: detectionOf(loaded, as),
        document: loaded.document,
      }
    })
    const text = outcomes.map(({ name, found, detection, document }) =>
      found === undefined ? describe(name, detection, document, output) : '',
    )
    const findings = outcomes.map(({ name, notes, found }) =>
      renderFindings(name, found ?? { diagnostics: notes }, messages),
    )
    return {
      status: Math.max(...outcomes.map(({ status }) => status)) as Outcome['status'],
      output:
        format === 'json'
          ? toJson({ files: outcomes.map(({ name, detection }) => ({ file: name, ...detection })) })
          : text.join(''),
      messages: findings.join(''),
    }
  },
}

const foundIn = ({ diagnostics, omitted }: Loaded) => ({ diagnostics, omitted })

function detectionOf({ text, document, diagnostics }: Loaded, as: Role | undefined): Detection {
  if (diagnostics.length === 0) return detect(document, defined({ text, as }))
  return {
    generation: 'unknown',
    certainty: 'certain',
    reasons: diagnostics.map(({ message }) => message),
    candidates: [],
    ...noVerdict,
  }
}

/** The servers that read a branding file with the keys of one product. */
const brandedServers = { current: 'oCIS 6 and later', opencloud: 'OpenCloud' } as const

function readersOf(generation: Generation, document: unknown): string {
  const part =
    generation === 'branding' && isObject(document) ? generationOfPart(document, undefined) : undefined
  return part === undefined
    ? generations[generation].writtenFor
    : `${brandedServers[part]}, as themes/_branding/theme.json`
}

function describe(name: string, detection: Detection, document: unknown, colors: Colors): string {
  const { generation, reasons, certainty } = detection
  const { title } = generations[generation]
  const doubt = certainty === 'likely' ? ' (likely)' : ''
  const lines = reasons.map((reason) => `  ${visible(reason)}\n`).join('')
  return `${colors.bold(visible(name))}: ${colors.green(generation)}${doubt}, ${title}, written for ${readersOf(generation, document)}\n${lines}${describeVerdict(detection, colors)}`
}

/** The verdict for a file that can't be read. */
const noVerdict = {
  verdict: null,
  shipped: null,
  differences: [],
  logos: [],
  looksServerWritten: null,
  recommendation: null,
}

function describeVerdict(detection: Detection, colors: Colors): string {
  const { generation, verdict, shipped, differences, logos, looksServerWritten, recommendation } = detection
  if (verdict === null) return ''
  const lines = [`${colors.bold(verdict)}, nearest to the theme of ${shipped}`, visible(`${recommendation}`)]
  if (looksServerWritten) lines.push('Probably last written by the server.')
  for (const { path, slots, uploaded } of logos) {
    lines.push(`${uploaded ? 'Uploaded logo' : 'Logo'} ${visible(path)} in ${visible(slots.join(', '))}`)
  }
  // From a theme of another shape every value differs.
  const isSameShape = generation !== 'flat' && generation !== 'unwrapped'
  if (verdict === 'custom' && isSameShape) lines.push(...describeDifferences(differences, colors))
  return lines.map((line) => `  ${line}\n`).join('')
}

function describeDifferences(differences: readonly Difference[], colors: Colors): string[] {
  const show = (value: Json | undefined) => (value === undefined ? 'nothing' : visible(quoted(value)))
  // Customised values say more than missing ones.
  const isOwn = ({ own }: Difference) => own !== undefined
  const lines = [...differences.filter(isOwn), ...differences.filter((difference) => !isOwn(difference))]
    .slice(0, MOST_DIFFERENCES)
    .map(
      ({ pointer, shipped, own }) =>
        `${colors.cyan(visible(pointer))}: ${show(own)} instead of ${show(shipped)}`,
    )
  const more = differences.length - lines.length
  if (more > 0) lines.push(`… and ${more} more; --format json lists all.`)
  return lines
}

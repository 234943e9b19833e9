import type { ServerExample } from '../doctor/codes.js'
import { entryOf } from '../findings/assert-options.js'
import { catalogue, type DiagnosticCode } from '../findings/catalogue.js'
import type { Change } from '../findings/description.js'
import { descriptions } from '../generated/descriptions.js'
import type { ImageFacts } from '../images/image-facts.js'
import type { InstanceExample } from '../instance/codes.js'
import type { Json } from '../json/value.js'
import { defaultTarget } from '../targets/releases.js'
import type { Example } from './example.js'

/** Longer texts are cut to what differs from the other example. */
const MAX_LENGTH = 400
/** Longer lines are cut. */
const MAX_LINE = 100
const MAX_LINES = 24
/** The number of unchanged lines shown around a difference. */
const CONTEXT = 3

/**
 * The explanation of a kind of finding, as Markdown that is readable as plain text too.
 *
 * @param code the code of a finding
 * @returns its severity, title, effect and releases, with a wrong and a right example
 * @throws RangeError for an unknown code, with the nearest one
 *
 * @example
 * describeCode('absolute-logo') // '## absolute-logo\n\nLogo not shown on the built-in login page (warning).\n\n…'
 */
export function describeCode(code: DiagnosticCode): string {
  const { severity, title } = entryOf(catalogue, code, 'code')
  const { why, since, wrong, right } = descriptions[code]
  return [
    `## ${code}`,
    `${title} (${severity}).`,
    why,
    `Concerns: ${since}.`,
    `Wrong: ${describeExample(wrong, right)}`,
    `Right: ${describeExample(right, wrong)}`,
  ].join('\n\n')
}

function describeExample(example: Example, other: Example): string {
  if ('text' in example) return `this file:${block(example.text, other)}`
  if ('bytes' in example) return describeBytes(example.bytes)
  if ('isResolved' in example) {
    const reader = 'the theme as the client reads it'
    return example.change === undefined
      ? `${reader}.`
      : `${reader}, with ${describeChange(example.change, other)}`
  }
  if ('image' in example) return describeImage(example)
  if ('instance' in example) return describeInstance(example)
  if ('server' in example) return describeServer(example)
  if ('uploaded' in example) {
    const logo =
      example.uploaded === null ? 'as it was' : `with \`${example.uploaded}\` in every slot of the logo`
    return `when a copy of the theme that oCIS 5 shipped is converted, ${logo}.`
  }
  if ('converted' in example) {
    const options =
      example.options === undefined ? '' : `, with the options ${JSON.stringify(example.options)}`
    const source = example.from === 'legacy' ? 'a theme of oCIS 4' : 'a theme of oCIS 8'
    return `when ${source} is converted${options}, with ${describeChange(example.converted, other)}`
  }
  const target = 'target' in example && example.target !== undefined ? `for ${example.target}, ` : ''
  const served = 'served' in example && example.served !== undefined ? 'from a plain web server, ' : ''
  const assets =
    'assets' in example && example.assets !== undefined
      ? `with ${example.assets.join(', ')} in the assets folder, `
      : ''
  const role = 'as' in example && example.as !== undefined ? 'as a branding file, ' : ''
  if ('document' in example)
    return `${target}${served}${role}this document:${block(inLines(example.document), other)}`
  return `${target}${assets}${describeChange(example.change, other)}`
}

function describeImage({ image, use }: Extract<Example, { image: ImageFacts }>): string {
  const { path, bytes, format, width, height, frames, colors, scripts, loads } = image
  const parts = [
    format === undefined ? 'no image' : `a ${format} file`,
    `with ${bytes} bytes`,
    width !== undefined && `${width} × ${height} pixels`,
    frames !== undefined && `${frames} pictures`,
    colors !== undefined && `the colour ${colors.map(({ color }) => color).join(', ')}`,
    scripts?.join(', ') ?? false,
    loads !== undefined && `a request for ${loads.join(', ')}`,
  ]
  const below = use.background === undefined ? '' : ` over ${use.background}`
  return `\`${path}\`: ${parts.filter((part) => part !== false).join(', ')}, as ${use.slot}${below}.`
}

function describeInstance({
  instance,
  links = [],
  settings = {},
  web,
  webOptions,
  unreachable = [],
  refused,
  target,
}: InstanceExample): string {
  const files = Object.entries(instance).map(([file, content]) => `\`${file}\` (${content})`)
  const parts = [...files, ...links.map((link) => `\`${link}\` (symbolic link)`)]
  const known = { ...settings, ...(web !== undefined && { web }), ...webOptions }
  const folder = parts.length === 0 ? 'no theme' : parts.join(', ')
  const besides = [
    ...(Object.keys(known).length === 0 ? [] : [JSON.stringify(known)]),
    ...unreachable,
    ...(refused === undefined
      ? []
      : ['owner' in refused ? `files of the account ${refused.owner}` : `a folder that can't be written`]),
  ].map((text) => `, with ${text}`)
  return `when an instance is taken to ${target ?? defaultTarget} that has ${folder}${besides.join('')}.`
}

function describeServer({ server, lacksServiceAccount, folder = {}, settings = {} }: ServerExample): string {
  const variables = [...Object.entries(server), ...Object.entries(settings)]
  const files = Object.entries(folder).map(([file, content]) => `\`${file}\` (${content})`)
  const parts = [
    ...variables.map(([name, value]) => `\`${name}=${value}\``),
    ...(lacksServiceAccount ? ['no service account'] : []),
    ...files,
  ]
  return `when a server is taken to oCIS 8 that has ${parts.length === 0 ? 'nothing of that set' : parts.join(', ')}.`
}

function describeChange({ at, value }: Change, other: Example): string {
  if (value === undefined) return `nothing at \`${at}\`.`
  const text = inLines(value)
  if (at === '') return `this document:${block(text, other)}`
  return text.length > 60 || text.includes('\n')
    ? `this value at \`${at}\`:${block(text, other)}`
    : `\`${text}\` at \`${at}\`.`
}

function describeBytes(bytes: readonly number[] | null): string {
  if (bytes === null) return 'a path where there is no file.'
  const text = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return `a file with the bytes \`${text}\`.`
}

function block(text: string, other: Example): string {
  const shown = text.length > MAX_LENGTH ? differentLines(text, textOf(other)) : text
  return `\n\n\`\`\`json\n${shown.replaceAll('\ufeff', '\u00abBOM\u00bb')}\n\`\`\``
}

const inLines = (value: Json) => JSON.stringify(value, null, 2)

/** The JSON text of an example; empty for one that is described in words. */
function textOf(example: Example): string {
  if ('text' in example) return example.text
  if ('document' in example) return inLines(example.document)
  const change = 'change' in example ? example.change : 'converted' in example ? example.converted : undefined
  return change?.value === undefined ? '' : inLines(change.value)
}

/** The lines of a text that differ from those of another one, with some around them. */
function differentLines(text: string, other: string): string {
  const lines = text.split('\n')
  const others = other.split('\n')
  let same = 0
  while (same < lines.length && lines[same] === others[same]) same += 1
  let sameAtEnd = 0
  const rest = Math.min(lines.length, others.length) - same
  while (sameAtEnd < rest && lines.at(-1 - sameAtEnd) === others.at(-1 - sameAtEnd)) sameAtEnd += 1
  const first = Math.max(0, same - CONTEXT)
  const last = Math.min(lines.length, lines.length - sameAtEnd + CONTEXT, first + MAX_LINES)
  const shown = lines.slice(first, last).map((line) => {
    return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}… (${line.length} characters)` : line
  })
  return [...(first > 0 ? ['…'] : []), ...shown, ...(last < lines.length ? ['…'] : [])].join('\n')
}

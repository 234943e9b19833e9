import { catalogue, type DiagnosticCode } from '../diagnostics/catalogue.js'
import type { ImageFacts } from '../images/facts.js'
import type { Change, Example, ExampleInstance } from './explanation.js'
import { explanations } from './index.js'

/** Longer values are cut: what counts is that they are long. */
const MAX_LENGTH = 400

/**
 * What there is to know about a kind of finding, as Markdown that reads well as plain text too.
 *
 * @example
 * describeCode('absolute-logo') // '## absolute-logo\n\nThe built-in login page cannot show the logo (warning).\n\n…'
 */
export function describeCode(code: DiagnosticCode): string {
  const { severity, title } = catalogue[code]
  const { why, since, wrong, right } = explanations[code]
  return [
    `## ${code}`,
    `${title} (${severity === 'info' ? 'remark' : severity}).`,
    why,
    `Concerns: ${since}.`,
    `Wrong: ${describeExample(wrong)}`,
    `Right: ${describeExample(right)}`,
  ].join('\n\n')
}

function describeExample(example: Example): string {
  if ('text' in example) return block(example.text)
  if ('bytes' in example) return describeBytes(example.bytes)
  if ('client' in example) {
    const reader = `the theme as the ${example.client} client reads it`
    return example.change === undefined ? `${reader}.` : `${reader}, with ${describeChange(example.change)}`
  }
  if ('image' in example) return describeImage(example)
  if ('instance' in example) return describeInstance(example)
  if ('uploaded' in example) {
    const logo =
      example.uploaded === null ? 'as it was' : `with \`${example.uploaded}\` in every slot of the logo`
    return `when a copy of the theme that oCIS 5 shipped is converted, ${logo}.`
  }
  if ('converted' in example) {
    const options =
      example.options === undefined ? '' : `, with the options ${JSON.stringify(example.options)}`
    const source = example.from === 'legacy' ? 'a theme of oCIS 4' : 'a theme of oCIS 8'
    return `when ${source} is converted${options}, with ${describeChange(example.converted)}`
  }
  const target = example.target === undefined ? '' : `for ${example.target}, `
  const served = 'served' in example && example.served !== undefined ? 'from a plain web server, ' : ''
  const assets =
    'assets' in example && example.assets !== undefined
      ? `with ${example.assets.join(', ')} in the assets folder, `
      : ''
  if ('document' in example) return `${target}${served}${block(JSON.stringify(example.document, null, 2))}`
  return `${target}${assets}${describeChange(example.change)}`
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
  webOptions,
  target,
}: ExampleInstance): string {
  const files = Object.entries(instance).map(([file, content]) => `\`${file}\` (${content})`)
  const parts = [...files, ...links.map((link) => `\`${link}\` (symbolic link)`)]
  const known = { ...settings, ...webOptions }
  const folder = parts.length === 0 ? 'no theme' : parts.join(', ')
  const besides = Object.keys(known).length === 0 ? '' : `, with ${JSON.stringify(known)}`
  return `when an instance is taken to ${target ?? 'ocis-8'} that has ${folder}${besides}.`
}

function describeChange({ at, value }: Change): string {
  if (value === undefined) return `nothing at \`${at}\`.`
  if (at === '') return `this document: ${block(JSON.stringify(value, null, 2))}`
  const text = JSON.stringify(value, null, 2)
  return text.length > 60 || text.includes('\n') ? `at \`${at}\` ${block(text)}` : `\`${text}\` at \`${at}\`.`
}

function describeBytes(bytes: readonly number[] | null): string {
  if (bytes === null) return 'a path where there is no file.'
  const text = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return `a file with the bytes \`${text}\`.`
}

function block(text: string): string {
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
  return `\n\n\`\`\`json\n${shown.replaceAll('\ufeff', '\u00abBOM\u00bb')}\n\`\`\``
}

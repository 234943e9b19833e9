import { aListOf, aString, assertOptions } from '../findings/assert-options.js'
import { plain } from '../report/markdown-text.js'
import { targetOf } from '../targets/index.js'
import { assertPreview } from './assert-preview.js'
import type { Preview } from './preview.js'
import { notesOf, type PreviewTheme } from './theme.js'
import type { PreviewDifference } from './visible-differences.js'

/** Longer lists are cut; the page has all of them. */
const MOST_LINES = 30

/**
 * A summary of a preview for a pull request.
 *
 * @param preview the result of `preview`
 * @param options the title, and the address of a picture for each theme, in their order
 * @returns Markdown, in which texts of the theme are escaped
 * @throws TypeError for anything but a preview, and for wrong options
 *
 * @example
 * const summary = previewMarkdown(preview(document), { title: 'theme.json', pictures: ['theme-1.png'] })
 */
export function previewMarkdown(
  preview: Preview,
  options: { title?: string; pictures: readonly string[] },
): string {
  assertPreview(preview)
  assertOptions(options, {
    title: aString,
    pictures: aListOf((one) => typeof one === 'string', 'addresses'),
  })
  const { themes, findings, omitted, target } = preview
  const { title = 'theme.json', pictures = [] } = options
  const parts = [
    `# Preview of ${plain(title)}`,
    `As ${plain(targetOf(target).title)} shows it. Drawings, not copies of the interface.`,
    ...notesOf(themes).map(plain),
    ...themes.map((theme, index) => themePart(theme, pictures[index])),
    ...(omitted.length === 0 ? [] : [`Not drawn: ${omitted.map(plain).join(', ')}.`]),
    '## Findings',
    findings.length === 0
      ? 'None.'
      : limited(
          findings.map(
            ({ number, severity, code, pointer, message }) =>
              `${number}. ${severity} ${plain(code)} ${plain(pointer)}: ${plain(message)}`,
          ),
        ),
  ]
  return `${parts.join('\n\n')}\n`
}

function themePart(
  { name, isDark, isVault, before, after, differences }: PreviewTheme,
  picture: string | undefined,
): string {
  const kind = `${isDark ? 'dark' : 'light'}${isVault ? ', vault' : ''}`
  const clients = [before, after].flatMap((side) => (side === undefined ? [] : [side.client]))
  const lines = [`## ${plain(name)} (${kind})`]
  if (picture !== undefined)
    lines.push(`![${plain(`${name}: ${clients.join(' and ')}`)}](${encodeURI(picture)})`)
  if (before !== undefined && after !== undefined) {
    lines.push(differenceTable(differences))
  }
  return lines.join('\n\n')
}

function differenceTable(differences: readonly PreviewDifference[]): string {
  const rows = differences
    .filter(({ isByTheme }) => isByTheme)
    .map(
      ({ name, before = 'not set', after = 'not set' }) =>
        `| ${plain(name)} | ${plain(before)} | ${plain(after)} |`,
    )
  const others = differences.length - rows.length
  return [
    ...(rows.length === 0
      ? ['Both clients show the same values of the theme.']
      : [`| Differs | Before | After |\n| --- | --- | --- |\n${limited(rows, '| … | | |')}`]),
    ...(others === 0 ? [] : [`The design systems of the releases differ in ${others} other values.`]),
  ].join('\n\n')
}

function limited(lines: readonly string[], more = `… ${lines.length - MOST_LINES} more`): string {
  return [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? [more] : [])].join('\n')
}

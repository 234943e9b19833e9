import { aBoolean, aString, assertOptions } from '../../findings/assert-options.js'
import { generations } from '../../formats/generations.js'
import { targetOf } from '../../targets/index.js'
import { assertPreview } from '../assert-preview.js'
import type { Preview } from '../preview.js'
import type { Drawing } from '../scene.js'
import { escapeHtml } from '../text.js'
import { labelOf, notesOf, type PreviewFinding, type PreviewSide, type PreviewTheme } from '../theme.js'
import type { PreviewDifference } from '../visible-differences.js'
import { previewPolicy } from './policy.js'
import { scriptsFor } from './script.js'
import { style } from './style.js'
import { visionFilters, visions } from './vision.js'

/** Options of `previewPage`. */
export interface PageOptions {
  /** The title of the page, such as the name of the file; `theme.json` unless given. */
  title?: string
  /** Whether the page reloads when its server reports a change, as for `preview --watch`. */
  isLive?: boolean
}

/**
 * The page with all drawings of a preview: one file that works from any place, without network, under a strict policy.
 *
 * @param preview the result of `preview`
 * @param options the title of the page
 * @returns HTML, in which texts of the theme are escaped and its colours checked
 * @throws TypeError for anything but a preview, and for wrong options
 *
 * @example
 * await writeFile('preview.html', previewPage(preview(document), { title: 'theme.json' }))
 */
export function previewPage(preview: Preview, options: PageOptions = {}): string {
  assertPreview(preview)
  assertOptions(options, { title: aString, isLive: aBoolean })
  const { title = 'theme.json', isLive = false } = options
  const policy = Object.entries(previewPolicy({ isLive })).map((directive) => directive.join(' '))
  const images = new Images()
  const body = preview.themes
    .map((theme, index) => themeSection(theme, index, preview.findings, images))
    .join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="theme-convert">
<meta name="referrer" content="no-referrer">
<title>Preview of ${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#themes">To the drawings</a>
<header>
<h1>Preview of ${escapeHtml(title)}</h1>
<p>${escapeHtml(introduction(preview))}</p>
${notesOf(preview.themes)
  .map((note) => `<p>${escapeHtml(note)}</p>\n`)
  .join(
    '',
  )}<p>Every part of a drawing lists its values and their origin: point at it, or focus it with the Tab key and move with the arrow keys.</p>
${controls()}
</header>
${visionFilters}${images.definitions()}
<main id="themes">
${body}
${omittedThemes(preview)}${problems(preview)}${findingList(preview)}
<p class="answer" id="answer" role="status" aria-label="What the part shows">Point at a part of a drawing, or focus it.</p>
</main>
<footer><p>Made by theme-convert.</p></footer>
${scriptsFor(isLive)
  .map((each) => `<script>${each}</script>`)
  .join('\n')}
</body>
</html>
`
}

/** The images of a page, each of them once for all drawings. */
class Images {
  private readonly known = new Map<string, string>()

  /** A drawing with references instead of images. */
  shared(svg: string): string {
    return svg.replace(
      /<image ([^>]*) href="([^"]*)" preserveAspectRatio="([^"]*)"\/>/g,
      (_, place: string, href: string, fit: string) => {
        const content = `href="${href}" preserveAspectRatio="${fit}"`
        const id = this.known.get(content) ?? `image-${this.known.size}`
        this.known.set(content, id)
        return `<use href="#${id}" ${place}/>`
      },
    )
  }

  definitions(): string {
    if (this.known.size === 0) return ''
    const symbols = [...this.known].map(
      ([content, id]) => `<symbol id="${id}"><image width="100%" height="100%" ${content}/></symbol>`,
    )
    return `<svg class="hidden" aria-hidden="true" focusable="false" width="0" height="0"><defs>${symbols.join('')}</defs></svg>`
  }
}

function introduction({ generation, target, measured, themes }: Preview): string {
  const isCompared = themes.some(({ before, after }) => before !== undefined && after !== undefined)
  const { title } = generations[generation]
  return `${title[0]?.toUpperCase()}${title.slice(1)}, ${isCompared ? 'as its old client showed it and' : ''} as ${targetOf(target).title} shows it. These are drawings, not copies of the interface, in the colours and proportions measured in ${measured}; parts that were not measured say so. Font sizes, spaces and other lengths of the theme are not drawn.`
}

function controls(): string {
  const radios = (name: string, choices: readonly (readonly [id: string, label: string])[]) =>
    choices
      .map(
        ([id, label], index) =>
          `<label><input type="radio" name="${name}" id="${id}"${index === 0 ? ' checked' : ''}>${label}</label>`,
      )
      .join('')
  return `<div class="controls"><fieldset><legend>Colours</legend>${radios('sees', [['sees-all', 'All'], ...visions.map(({ id, label }) => [`sees-${id}`, label] as const)])}</fieldset><fieldset><legend>Zoom</legend>${radios(
    'zoom',
    [
      ['zoom-100', 'Whole page'],
      ['zoom-200', '200 %'],
      ['zoom-400', '400 %'],
    ],
  )}</fieldset></div>`
}

function themeSection(
  { name, isDark, isVault, before, after, differences }: PreviewTheme,
  index: number,
  findings: readonly PreviewFinding[],
  images: Images,
): string {
  const kind = `${isDark ? 'dark' : 'light'}${isVault ? ', vault' : ''}`
  const sides = [before, after].filter((side) => side !== undefined)
  const [first] = [...sides].reverse()
  const pages = (first?.drawings ?? []).map(({ page }) => pageSection(page, sides, name, images))
  const marked = new Set(sides.flatMap(({ drawings }) => drawings.flatMap((drawing) => drawing.marked)))
  const shown = findings.filter(({ number }) => marked.has(number))
  return `<section aria-labelledby="theme-${index}"><h2 id="theme-${index}">Theme <bdi>${escapeHtml(name)}</bdi> (${kind})</h2>
${pages.join('\n')}
${before === undefined || after === undefined ? '' : differenceList(differences, name)}${
  shown.length === 0
    ? ''
    : `<h3>Findings marked in the drawings</h3><ul>${shown.map(({ number, severity, message }) => `<li>${number}, ${severity}: ${escapeHtml(message)}</li>`).join('')}</ul>`
}</section>`
}

function pageSection(page: string, sides: readonly PreviewSide[], theme: string, images: Images): string {
  const drawn = sides.flatMap((side) =>
    side.drawings
      .filter((drawing) => drawing.page === page)
      .map((drawing) => ({ client: labelOf(side), drawing })),
  )
  const [first] = drawn
  if (first === undefined) return ''
  const isNarrow = first.drawing.width < 700
  return `<h3>${escapeHtml(first.drawing.title)}</h3><div class="pair${isNarrow ? ' narrow' : ''}">${drawn.map(({ client, drawing }) => figure(client, drawing, theme, images)).join('')}</div>`
}

function figure(client: string, { title, svg, parts }: Drawing, theme: string, images: Images): string {
  const label = escapeHtml(`${title}, ${client}, theme ${theme}: drawing with ${parts} parts`)
  // The frame, which scrolls, has the accessible name of the drawing.
  const shared = images.shared(svg).replace(/ role="group" aria-label="[^"]*"/, ' role="none"')
  return `<figure><figcaption>${escapeHtml(client)}</figcaption><div class="frame" tabindex="0" role="group" aria-label="${label}">${shared}</div></figure>`
}

function differenceList(differences: readonly PreviewDifference[], theme: string): string {
  const ofTheme = differences.filter(({ isByTheme }) => isByTheme)
  const ofRelease = differences.filter(({ isByTheme }) => !isByTheme)
  return `<h3>Differences</h3>${
    ofTheme.length === 0
      ? '<p>None: both clients show the same values of the theme.</p>'
      : table(ofTheme, `Differences of the theme ${theme}`)
  }${
    ofRelease.length === 0
      ? ''
      : `<details><summary>${ofRelease.length} values that the theme leaves to the design system of each release</summary>${table(ofRelease, `Differences of the design systems, theme ${theme}`)}</details>`
  }`
}

function table(differences: readonly PreviewDifference[], label: string): string {
  const row = ({ name, before = 'not set', after = 'not set' }: PreviewDifference) =>
    `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(before)}</td><td>${escapeHtml(after)}</td></tr>`
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table><thead><tr><th scope="col">Name</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${differences.map(row).join('')}</tbody></table></div>`
}

function omittedThemes({ omitted, themes }: Preview): string {
  if (omitted.length === 0) return ''
  return `<h2>Themes that are not drawn</h2><p>The first ${themes.length} are drawn. Draw one of these by its name: ${omitted.map(escapeHtml).join(', ')}</p>`
}

function problems({ diagnostics }: Preview): string {
  if (diagnostics.length === 0) return ''
  return `<h2>Not drawn</h2><ul>${diagnostics.map(({ severity, message, pointer }) => `<li>${severity}: ${escapeHtml(pointer)} ${escapeHtml(message)}</li>`).join('')}</ul>`
}

function findingList({ findings, target }: Preview): string {
  const title = escapeHtml(targetOf(target).title)
  if (findings.length === 0) return `<h2>Findings</h2><p>None for ${title}.</p>`
  return `<h2>Findings for ${title}</h2><ol>${findings
    .map(
      ({ severity, code, message, pointer }) =>
        `<li>${severity} <code>${escapeHtml(code)}</code> ${pointer === '' ? '' : `<code>${escapeHtml(pointer)}</code> `}${escapeHtml(message)}</li>`,
    )
    .join('')}</ol>`
}

import path from 'node:path'
import { loadRasteriser, type Rasterise } from '../node/rasterise.js'
import { type Preview, previewMarkdown, previewPicture } from '../preview/index.js'
import type { Arguments } from './arguments.js'
import { UsageError } from './outcome.js'

/** A file beside the page. */
interface Extra {
  readonly file: string
  readonly content: string | Uint8Array
}

/**
 * The picture and the summary of a preview, as far as they are asked for.
 *
 * @throws UsageError where sharp is missing
 */
export async function picturesFor(args: Arguments, drawn: Preview, title: string): Promise<Extra[]> {
  const [png, markdown] = [args.text('png'), args.text('markdown')]
  if (png === undefined && markdown === undefined) return []
  const rasterise = await loadRasteriser()
  if (rasterise === undefined) {
    const option = png === undefined ? '--markdown' : '--png'
    throw new UsageError(
      `${option} requires sharp, which is not installed: npm install sharp (beside theme-convert).`,
    )
  }
  return [
    ...(png === undefined ? [] : await onePicture(png, drawn, rasterise)),
    ...(markdown === undefined ? [] : await summary(markdown, drawn, title, rasterise)),
  ]
}

async function onePicture(file: string, drawn: Preview, rasterise: Rasterise): Promise<Extra[]> {
  const svg = previewPicture(drawn)
  return svg === undefined ? [] : [{ file, content: await rasterise(svg) }]
}

async function summary(
  folder: string,
  drawn: Preview,
  title: string,
  rasterise: Rasterise,
): Promise<Extra[]> {
  const extras: Extra[] = []
  const pictures: string[] = []
  for (const [index, theme] of drawn.themes.entries()) {
    const name = `theme-${index + 1}.png`
    pictures.push(name)
    extras.push(...(await onePicture(path.join(folder, name), { ...drawn, themes: [theme] }, rasterise)))
  }
  const content = previewMarkdown(drawn, { title, pictures })
  return [...extras, { file: path.join(folder, 'preview.md'), content }]
}

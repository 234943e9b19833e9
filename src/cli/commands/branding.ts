import { existsSync } from 'node:fs'
import { layoutOf } from '../../formats/layout.js'
import { quoted } from '../../json/quoted.js'
import { type JsonObject, own } from '../../json/value.js'
import { writeFiles } from '../../node/write-themes.js'
import { visible } from '../../report/visible.js'
import { isBrandingTarget } from '../../shipped/branding-files.js'
import { makeBranding } from '../../shipped/make-branding.js'
import { type BrandingParts, servedAt } from '../../shipped/make-branding-with.js'
import { serverTheme } from '../../targets/all-served.js'
import { defaultTarget, targetIds, targetOf } from '../../targets/index.js'
import type { Target } from '../../targets/target.js'
import { validate } from '../../validate/validate.js'
import { flag, keyOf, release, text } from '../option-table.js'
import { FINDINGS, FINE, UsageError } from '../outcome.js'
import { renderFindings, toJson } from '../render.js'
import type { Command } from './command.js'

const parts = {
  name: text('NAME', 'the name of the service'),
  slogan: text('TEXT', 'the slogan of the service'),
  logo: text(
    'PATH',
    'an image to put beside the file, a path that the server serves (themes/…), or a full URL',
  ),
  favicon: text('PATH', 'the icon of the browser tab, given the same way'),
  'imprint-url': text('URL', 'the link to the imprint'),
  'privacy-url': text('URL', 'the link to the privacy policy'),
  'access-denied-help-url': text('URL', 'the link to help where access is denied'),
}

const brandingTargets = targetIds.filter(isBrandingTarget)

/** Makes a branding file. */
export const brandingCommand: Command = {
  usage: ['branding [options]'],
  about:
    'Makes a branding file (themes/_branding/theme.json), which the server merges into every theme, and prints it. What is not in it stays as the server has it.',
  operands: 'none',
  options: {
    ...parts,
    target: release(brandingTargets, `the release (default ${defaultTarget})`),
    output: { ...text('FILE', 'write the file there (--force overwrites)'), short: 'o' },
    force: flag('let -o overwrite a file'),
  },
  examples: [
    'theme-convert branding --name "Acme Cloud" --logo acme.png',
    'theme-convert branding --logo acme.png --target opencloud-7.3 -o theme.json',
  ],
  async run(args, { place, messages }) {
    if (args.files.length > 0)
      throw new UsageError(
        `branding takes no file, but options such as --name and --logo, not ${quoted(args.files[0])}.`,
      )
    const given: BrandingParts = {}
    for (const name of Object.keys(parts)) {
      const value = args.text(name)
      if (value === '') throw new UsageError(`--${name} is empty. Leave it out to keep what the server has.`)
      if (value !== undefined) given[keyOf(name) as keyof BrandingParts] = value
    }
    if (Object.keys(given).length === 0) {
      throw new UsageError(
        `Pass at least one of ${Object.keys(parts)
          .map((name) => `--${name}`)
          .join(', ')}.`,
      )
    }
    const id = args.choice('target', brandingTargets) ?? defaultTarget
    const target = targetOf(id)
    const document = makeBranding(given, { target: id })
    const { valid, diagnostics } = validate(document, { target: target.id, as: 'branding' })
    const found = renderFindings('branding file', { diagnostics }, messages)
    if (!valid) return { status: FINDINGS, output: '', messages: found }
    const output = args.text('output')
    const json = toJson(document)
    if (output !== undefined)
      await writeFiles([{ file: output, content: json, overwrite: args.flag('force') }], { cwd: place('.') })
    const notes = [
      ...(output === undefined ? [] : [`Written to ${output}.`]),
      ...toDo(given, target, place),
      ...(given.logo === undefined ? [] : hidingLogos(target)),
    ]
    return {
      status: FINE,
      applied: output !== undefined,
      output: output === undefined ? json : '',
      messages: found + notes.map((note) => `${visible(note)}\n`).join(''),
    }
  },
}

/** What is left to do by hand. */
function toDo(
  { logo, favicon }: BrandingParts,
  { uploads, title }: Target,
  place: (file: string) => string,
): string[] {
  const images = [logo, favicon].filter((image) => image !== undefined)
  const beside = new Set(images.filter((image) => servedAt(image, uploads) !== image))
  return [
    `Put the file into the assets folder of ${title} as themes/_branding/theme.json.`,
    ...[...beside].map((image) => {
      const missing = existsSync(place(image)) ? '' : ' It is not in the working folder; check its name.'
      return `Put ${image} into the assets folder as ${servedAt(image, uploads)}.${missing}`
    }),
  ]
}

/** Warns of the server's themes that show their own logo instead of the new one. */
function hidingLogos(target: Target): string[] {
  const { theme } = layoutOf(target.places)
  const key = theme.spots.get('logo.topbar')?.path.split('/')[1] ?? ''
  const { web } = serverTheme(target)['clients'] as { web: { themes: JsonObject[] } }
  const others = web.themes.filter((one) => own(one, key) !== undefined && target.brandingSlots.length === 0)
  if (others.length === 0) return []
  const names = others.map(({ name, label, mode }) => `${quoted(label ?? name)}${mode ? ` (${mode})` : ''}`)
  return [
    `The theme that ${target.title} ships has its own logo in ${names.join(', ')}, which hides this one. Use a custom theme to replace it.`,
  ]
}

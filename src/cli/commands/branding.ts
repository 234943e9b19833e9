import { layoutOf } from '../../formats/layout.js'
import { quoted } from '../../json/quoted.js'
import { type JsonObject, own } from '../../json/value.js'
import { writeAll } from '../../node/write-files.js'
import { visible } from '../../report/visible.js'
import { type BrandingParts, makeBranding, servedAt } from '../../shipped/make-branding.js'
import { defaultTarget, targetOf, targets } from '../../targets/index.js'
import { serverTheme } from '../../targets/server-theme.js'
import type { Target } from '../../targets/target.js'
import { validate } from '../../validate/validate.js'
import { FINDINGS, FINE, UsageError } from '../outcome.js'
import { renderFindings, toJson } from '../render.js'
import type { Command } from './command.js'

const partsBySwitch = {
  name: 'name',
  slogan: 'slogan',
  logo: 'logo',
  favicon: 'favicon',
  'imprint-url': 'imprintUrl',
  'privacy-url': 'privacyUrl',
  'access-denied-help-url': 'accessDeniedHelpUrl',
} as const satisfies Record<string, keyof BrandingParts>

const targetIds = Object.values(targets)
  .filter(({ readsBranding }) => readsBranding)
  .map(({ id }) => id)

/** Makes a branding file. */
export const brandingCommand: Command = {
  formats: [],
  options: {
    ...Object.fromEntries(Object.keys(partsBySwitch).map((name) => [name, { type: 'string' as const }])),
    target: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  help: `Usage: theme-convert branding [options]

Makes a branding file (themes/_branding/theme.json), which the server merges
into every theme, and prints it. What is not in it stays as the server has it.

  --name NAME            the name of the service
  --slogan TEXT
  --logo PATH            an image to be put beside the file, a path that the
                         server serves (themes/…), or a full address
  --favicon PATH         the icon of the browser's tab, given likewise
  --imprint-url URL, --privacy-url URL, --access-denied-help-url URL
  --target TARGET        ${targetIds.slice(0, 4).join(', ')},
                         ${targetIds.slice(4).join(', ')}
                         (default ${defaultTarget})
  -o, --output FILE      write the file there (--force overwrites)

Examples:
  theme-convert branding --name 'Acme Cloud' --logo acme.png
  theme-convert branding --logo acme.png --target opencloud-7.3 -o theme.json
`,
  run(args, { place, messages }) {
    if (args.files.length > 0)
      throw new UsageError(
        `branding takes no file, but options such as --name and --logo, not ${quoted(args.files[0])}.`,
      )
    const parts: BrandingParts = {}
    for (const [name, part] of Object.entries(partsBySwitch)) {
      const value = args.text(name)
      if (value === '') throw new UsageError(`--${name} is empty. Leave it out to keep what the server has.`)
      if (value !== undefined) parts[part] = value
    }
    if (Object.keys(parts).length === 0) {
      throw new UsageError(
        `Pass at least one of ${Object.keys(partsBySwitch)
          .map((name) => `--${name}`)
          .join(', ')}.`,
      )
    }
    const target = targetOf(args.choice('target', targetIds) ?? defaultTarget)
    const document = makeBranding(parts, { target: target.id })
    const { valid, diagnostics } = validate(document, { target: target.id, as: 'branding' })
    const found = renderFindings('branding file', { diagnostics }, messages)
    if (!valid) return { status: FINDINGS, output: '', messages: found }
    const output = args.text('output')
    const text = toJson(document)
    if (output !== undefined)
      writeAll([{ file: output, at: place(output), content: text, mayReplace: args.flag('force') }])
    const notes = [
      ...(output === undefined ? [] : [`Written to ${output}.`]),
      ...toDo(parts, target),
      ...(parts.logo === undefined ? [] : hidden(target)),
    ]
    return {
      status: FINE,
      applied: output !== undefined,
      output: output === undefined ? text : '',
      messages: found + notes.map((note) => `${visible(note)}\n`).join(''),
    }
  },
}

/** What is left to do by hand. */
function toDo({ logo, favicon }: BrandingParts, { uploads, title }: Target): string[] {
  const images = [logo, favicon].filter((image) => image !== undefined)
  const beside = new Set(images.filter((image) => servedAt(image, uploads) !== image))
  return [
    `Put the file into the assets folder of ${title} as themes/_branding/theme.json.`,
    ...[...beside].map((image) => `Put ${image} into the assets folder as ${servedAt(image, uploads)}.`),
  ]
}

/** Which themes of the server go on showing a logo of their own. */
function hidden(target: Target): string[] {
  const { theme } = layoutOf(target.places)
  const key = theme.spots.get('logo.topbar')?.path.split('/')[1] ?? ''
  const { web } = serverTheme(target)['clients'] as { web: { themes: JsonObject[] } }
  const others = web.themes.filter((one) => own(one, key) !== undefined && target.brandingSlots.length === 0)
  if (others.length === 0) return []
  const names = others.map(({ name, label, mode }) => `${quoted(label ?? name)}${mode ? ` (${mode})` : ''}`)
  return [
    `The theme that ${target.title} ships has a logo of its own in ${names.join(', ')}, which stays. Use a theme of your own to replace it.`,
  ]
}

import type { DiagnosticCode } from '../findings/catalogue.js'
import type { Descriptions } from '../findings/description.js'
import type { Metas, Severity } from '../findings/meta.js'
import type { ImageFacts } from './image-facts.js'
import type { ImageUse } from './judge.js'

export const meta = {
  'image-unreadable': { severity: 'warning', title: 'Unreadable image' },
  'image-wrong-format': { severity: 'warning', title: 'Image format differs from the file extension' },
  'image-script': { severity: 'error', title: 'SVG contains scripts' },
  'image-loads': { severity: 'warning', title: 'SVG loads other files' },
  'image-heavy': { severity: 'warning', title: 'Large image file' },
  'image-animated': { severity: 'warning', title: 'Animated image' },
  'image-size': { severity: 'warning', title: 'Image size does not fit its place' },
  'image-invisible': { severity: 'warning', title: 'Logo has the colour of its background' },
} as const satisfies Metas

/** The kinds of findings about an image. */
export type ImageCode = keyof typeof meta

/** The setting of each kind of finding about an image. */
export type ImageRuleSettings = Partial<Record<ImageCode, Severity | 'off'>>

/** The findings about an image; all can be switched off or raised. */
export const imageCodes: ReadonlySet<DiagnosticCode> = /* @__PURE__ */ new Set(
  Object.keys(meta) as DiagnosticCode[],
)

/** An image, with the facts known about its content, and where it is shown. */
export interface ImageExample {
  readonly image: ImageFacts
  readonly use: ImageUse
}

export function description(): Descriptions<typeof meta, ImageExample> {
  const logo: ImageFacts = {
    path: 'themes/acme/logo.png',
    bytes: 12_000,
    format: 'png',
    width: 400,
    height: 100,
    transparent: 0.6,
    colors: [{ color: 'rgb(255 255 255 / 1.0)', share: 0.4 }],
  }

  const topbar = (changes: Partial<ImageFacts>, background = '#0b4f4a'): ImageExample => ({
    image: { ...logo, ...changes },
    use: { slot: 'topbar', pointer: '/clients/web/defaults/logo/topbar', background },
  })

  const drawing: Partial<ImageFacts> = { path: 'themes/acme/logo.svg', format: 'svg' }
  const fine = topbar({})
  return {
    'image-unreadable': {
      why: "The file exists, but browsers can't show it: an incomplete upload, or an error page saved as an image.",
      since: 'all releases',
      wrong: topbar({ format: undefined }),
      right: fine,
    },
    'image-wrong-format': {
      why: 'Servers announce the format by the file extension. Some programs rely on it, so the image shows in some places only, and the logo upload refuses it.',
      since: 'all releases',
      wrong: topbar({ format: 'jpeg' }),
      right: fine,
    },
    'image-script': {
      why: "An SVG file can contain scripts. They don't run in an image on a page, but when the file is opened by its address they run with the rights of the logged-in user.",
      since: 'all releases',
      wrong: topbar({ ...drawing, scripts: ['<script>'] }),
      right: topbar(drawing),
    },
    'image-loads': {
      why: "An SVG image can't load other files, so external fonts and images in it are missing.",
      since: 'all releases',
      wrong: topbar({ ...drawing, loads: ['https://fonts.example/acme.css'] }),
      right: topbar(drawing),
    },
    'image-heavy': {
      why: 'Every visitor waits for the image before the page is complete.',
      since: 'all releases',
      wrong: topbar({ bytes: 4_000_000 }),
      right: fine,
    },
    'image-animated': {
      why: "Animations distract on every page, and users who are sensitive to motion can't stop them.",
      since: 'all releases',
      wrong: topbar({ path: 'themes/acme/logo.gif', format: 'gif', frames: 12 }),
      right: fine,
    },
    'image-size': {
      why: "Images with too few pixels look blurred, those with too many load slowly, and a favicon that isn't square is a thin strip.",
      since: 'all releases',
      wrong: topbar({ width: 40, height: 10 }),
      right: fine,
    },
    'image-invisible': {
      why: 'A white logo on a white bar is invisible. Checked with the final colours of each theme.',
      since: 'all releases',
      wrong: topbar({}, '#ffffff'),
      right: fine,
    },
  }
}

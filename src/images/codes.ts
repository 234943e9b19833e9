import type { DiagnosticCode } from '../findings/catalogue.js'
import type { Descriptions } from '../findings/description.js'
import type { Metas } from '../findings/meta.js'
import type { ImageFacts } from './facts.js'
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

/** What can be found about an image; all of it can be switched off or raised. */
export const imageCodes: ReadonlySet<DiagnosticCode> = /* @__PURE__ */ new Set(
  Object.keys(meta) as DiagnosticCode[],
)

/** An image, as far as somebody looked into it, and where it is shown. */
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
      why: 'The file is there, and no browser can show it: perhaps an upload broke off, or it is a page that says "not found".',
      since: 'all releases',
      wrong: topbar({ format: undefined }),
      right: fine,
    },
    'image-wrong-format': {
      why: 'Servers tell browsers what a file is by its name. Some programs believe the name, so the image shows in one place and not in another, and the logo upload refuses it.',
      since: 'all releases',
      wrong: topbar({ format: 'jpeg' }),
      right: fine,
    },
    'image-script': {
      why: 'An SVG file is a document that can hold programs. As a picture it is harmless; opened by its address it acts in the name of whoever is logged in.',
      since: 'all releases',
      wrong: topbar({ ...drawing, scripts: ['<script>'] }),
      right: topbar(drawing),
    },
    'image-loads': {
      why: 'Browsers load nothing for a picture but the picture itself, so a font or an image in it from elsewhere is missing.',
      since: 'all releases',
      wrong: topbar({ ...drawing, loads: ['https://fonts.example/acme.css'] }),
      right: topbar(drawing),
    },
    'image-heavy': {
      why: 'Every visitor waits for the logo before the page looks right.',
      since: 'all releases',
      wrong: topbar({ bytes: 4_000_000 }),
      right: fine,
    },
    'image-animated': {
      why: 'Moving images distract on every page, and people who are sensitive to it can’t stop them.',
      since: 'all releases',
      wrong: topbar({ path: 'themes/acme/logo.gif', format: 'gif', frames: 12 }),
      right: fine,
    },
    'image-size': {
      why: 'Too few pixels look blurred, too many cost time, and a favicon that is no square becomes a strip.',
      since: 'all releases',
      wrong: topbar({ width: 40, height: 10 }),
      right: fine,
    },
    'image-invisible': {
      why: 'A white logo on a white bar is there and can’t be seen. It is measured with the colours that each theme ends up with.',
      since: 'all releases',
      wrong: topbar({}, '#ffffff'),
      right: fine,
    },
  }
}

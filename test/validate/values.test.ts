import { describe, expect, it } from 'vitest'
import { contrastOf, isColor } from '../../src/css/colors.js'
import { isLength } from '../../src/css/lengths.js'
import { type TargetId, type ValidateOptions, validate } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { changed } from '../support/examples.js'

/** The codes of what is found when a value stands somewhere. */
function codes(at: string, value: string, options: ValidateOptions = {}): string[] {
  const document = changed(exampleTheme() as JsonObject, { at, value })
  return validate(document, options).diagnostics.map(({ code }) => code)
}

/** Those of the codes that are about images; other releases have more to say of the example. */
const ofImages = (all: readonly string[]) => all.filter((code) => /^(image|absolute|upload)-/.test(code))

const palette = '/clients/web/themes/0/designTokens/colorPalette/border'
const spacing = '/clients/web/defaults/designTokens/spacing/medium'
const link = '/common/urls/imprint'
const image = '/clients/web/defaults/logo/topbar'

describe('colours', () => {
  it.each([
    ...['#fff', '#FFFA', '#d5e0de', '#d5e0deff', 'teal', 'Teal', ' teal ', 'transparent', 'currentColor'],
    ...[
      'rgb(1, 2, 3)',
      'rgb(1 2 3 / 50%)',
      'rgba(183, 76, 27, .5)',
      'hsl(180deg 50% 50%)',
      'hwb(90 10% 10%)',
    ],
    ...[
      'lab(50% 40 59)',
      'lch(50% 40 59)',
      'oklab(0.5 0.1 0.1)',
      'oklch(60% 0.1 120)',
      'color(display-p3 1 0 0)',
    ],
    ...[
      'var(--oc-color-border)',
      'color-mix(in srgb, red, blue)',
      'light-dark(#fff, #000)',
      'inherit',
      'Canvas',
    ],
    ...['rgb(var(--red), 0, 0)', 'linear-gradient(red, blue)', ''],
    ...[
      'linear-gradient(to right, #fff 0%, 30%, rgb(1, 2, 3) 50% 60%)',
      'repeating-conic-gradient(from 45deg at 50% 50%, red 10deg, var(--x) 20deg)',
      'radial-gradient(circle at top, red, color-mix(in srgb, red, blue) 10px)',
      'linear-gradient(red)',
    ],
  ])('takes %j', (text) => {
    expect(codes(palette, text)).toEqual([])
    if (text !== '') expect(isColor(text)).toBe(true)
  })

  it.each(
    ['fff', 'd5e0de', '#d5e0d', '#ggg', 'greyish', 'rgb(1, 2)', '12px', 'red blue', '#', 'rgb()', '0'].concat(
      [
        'none',
        'linear-gradient(foo)',
        'linear-gradient(red, blu)',
        'linear-gradient(45deg)',
        'linear-gradient()',
      ],
    ),
  )('refuses %j', (text) => {
    expect(codes(palette, text)).toEqual(['invalid-color'])
  })

  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.47],
  ])('%s on %s has a contrast of %d', (front, back, ratio) => {
    expect(contrastOf(front, back)).toBeCloseTo(ratio, 1)
    expect(contrastOf(back, front)).toBeCloseTo(ratio, 1)
  })

  it('are laid over what is below them', () => {
    expect(contrastOf('rgba(0, 0, 0, 0)', '#ffffff')).toBeCloseTo(1)
    expect(contrastOf('rgba(0, 0, 0, 0.5)', '#ffffff')).toBeCloseTo(
      contrastOf('#808080', '#fff') as number,
      0,
    )
    expect(contrastOf('#ffffff', 'transparent', '#000000')).toBeCloseTo(21)
    expect(contrastOf('#ffffff', 'transparent')).toBeCloseTo(1)
    expect(contrastOf('#ffffff', '#00000000', '#000000')).toBeCloseTo(21)
    expect(contrastOf('var(--x)', '#ffffff')).toBeUndefined()
    expect(contrastOf('#ffffff', 'transparent', 'var(--x)')).toBeUndefined()
    expect(contrastOf('#ffffff', 'rgb(0 0 0)', 'var(--x)')).toBeCloseTo(21)
    expect(contrastOf('#ffffff', '#0000', '#000', 'var(--x)')).toBeCloseTo(21)
  })
})

describe('lengths', () => {
  it.each([
    ...['16px', '1.125rem', '-4px', '.5em', '0', '50%', '10vh', '3dvw', '1e1px', '16PX', ' 16px '],
    ...[
      'calc(100% - 4px)',
      'min(10px, 2vw)',
      'clamp(1rem, 2vw, 3rem)',
      'var(--x)',
      'auto',
      'none',
      'x-large',
      'xxx-large',
      'xx-small',
      'medium',
    ],
  ])('takes %j', (text) => {
    expect(isLength(text)).toBe(true)
    expect(codes(spacing, text)).toEqual([])
  })

  it.each([
    ...['16', '16 px', 'px', '1,5rem', 'wide', '16pixels', '#fff', '--x'],
    ...['1.px', '1fr', 'xsmall', '-large', 'xxx-small', '1.2.3px'],
  ])('refuses %j', (text) => {
    expect(codes(spacing, text)).toEqual(['invalid-length'])
  })
})

describe('tokens', () => {
  it.each([
    ...[
      'url(//a)',
      'URL( a',
      'red; color: blue',
      '{',
      '}',
      '@import "a"',
      'expression(alert(1))',
      '</style>',
    ],
    ...['image-set("a" 1x)', 'src("a")', '\\75rl(//a)', '\\000055 r\\l(//a)', 'ur\\6c  (//a)'],
  ])('are unsafe with %j, in every kind of token, and nothing else is said of them', (text) => {
    for (const at of [palette, spacing, '/clients/web/defaults/designTokens/fontFamily']) {
      expect(codes(at, text)).toEqual(['unsafe-token'])
    }
  })

  it('may be any font', () => {
    for (const text of ['Inter, sans-serif', '"Open Sans"', 'system-ui', '']) {
      expect(codes('/clients/web/defaults/designTokens/fontFamily', text)).toEqual([])
    }
  })
})

describe('links', () => {
  it.each([
    ...[
      'https://acme.example',
      'http://acme.example',
      'mailto:a@acme.example',
      'tel:+49301234',
      '',
      '/imprint',
    ],
    ...['imprint.html', '#imprint', '//acme.example', '?page=1', 'acme.example/imprint', 'a/b:c'],
  ])('may be %j', (text) => {
    expect(codes(link, text)).toEqual([])
  })

  it.each([
    ['javascript:alert(1)', 'script-link'],
    ['JavaScript:alert(1)', 'script-link'],
    [' \u0001javascript:alert(1)', 'script-link'],
    ['java\tscr\nipt:alert(1)', 'script-link'],
    ['data:text/html,<script>', 'script-link'],
    ['vbscript:x', 'script-link'],
    ['ftp://acme.example', 'unusual-link'],
    ['file:///etc/passwd', 'unusual-link'],
    ['blob:x', 'unusual-link'],
    ['www.acme.example', 'link-without-scheme'],
  ])('%j is a finding', (text, code) => {
    expect(codes(link, text)).toEqual([code])
    expect(codes('/clients/web/themes/0/common/urls/imprint', text)).toContain(code)
  })
})

describe('images', () => {
  it.each([
    ...[
      'themes/acme/logo.svg',
      './logo.PNG',
      '/themes/acme/logo.webp',
      'logo.avif?v=2',
      'a/../logo.jpg',
      'logo',
      '',
    ],
    'data:image/png;base64,AAAA',
  ])('may be %j', (text) => {
    expect(codes(image, text)).toEqual([])
  })

  it.each([
    ['../logo.svg', 'image-outside-root'],
    ['a/../../logo.svg', 'image-outside-root'],
    ['/../logo.svg', 'image-outside-root'],
    ['%2e%2E/logo.svg', 'image-outside-root'],
    ['a/.%2e/../logo.svg', 'image-outside-root'],
    ['https://cdn.example/logo.svg', 'image-other-host'],
    ['//cdn.example/logo.svg', 'image-other-host'],
    ['http://cdn.example/logo.svg', 'image-insecure'],
    ['file:///logo.svg', 'image-unreachable'],
    ['C:\\logo.svg', 'image-unreachable'],
    ['a\\b.svg', 'image-backslash'],
    ['a b.svg', 'image-space'],
    ['logo.pdf', 'image-format'],
    ['logo.TIFF?v=1', 'image-format'],
    ['data:text/plain,x', 'image-format'],
    [`data:image/png;base64,${'A'.repeat(40_000)}`, 'image-data-too-large'],
  ])('%.60j is a finding', (text, code) => {
    expect(codes(image, text)).toEqual([code])
  })

  it.each([
    ['/themes/acme/logo.svg', ['absolute-logo']],
    ['//cdn.example/logo.svg', ['absolute-logo']],
    ['https://cdn.example/logo.svg', ['absolute-logo']],
    ['http://cdn.example/logo.svg', ['image-insecure']],
    ['themes/acme/logo.svg', []],
  ])('%j as the logo of the built-in login page', (text, expected) => {
    expect(codes('/common/logo', text)).toEqual(expected)
  })

  it.each<[string, string, ValidateOptions, string[]]>([
    ['/common/logo', '/themes/acme/logo.svg', { target: 'ocis-5' }, []],
    ['/common/logo', '/themes/acme/logo.svg', { target: 'ocis-6' }, ['absolute-logo']],
    ['/common/logo', '/themes/acme/logo.svg', { target: 'ocis-next' }, ['absolute-logo']],
    ['/common/logo', '/themes/acme/logo.svg', { served: 'static' }, []],
    ['/common/logo', 'https://cdn.example/logo.svg', { target: 'ocis-5' }, []],
    ['/common/logo', 'https://cdn.example/logo.svg', { served: 'static' }, []],
    [image, 'https://cdn.example/logo.svg', { target: 'ocis-5' }, []],
    [image, 'https://cdn.example/logo.svg', { target: 'ocis-6' }, ['image-other-host']],
    [image, 'https://cdn.example/logo.svg', { served: 'static' }, []],
    [image, 'http://cdn.example/logo.svg', { target: 'ocis-5' }, ['image-insecure']],
  ])('%s: %j is judged by who reads and serves it (%j)', (at, text, options, expected) => {
    // What is fine for one is not remembered as fine for another.
    expect(codes(at, text)).toHaveLength(1)
    expect(ofImages(codes(at, text, options))).toEqual(expected)
    expect(codes(at, text)).toHaveLength(1)
  })

  it.each<[string, TargetId, string[]]>([
    ['themes/_branding/logo.svg', 'ocis-8', ['upload-format']],
    ['/themes/_branding/logo.webp', 'ocis-6', ['upload-format']],
    ['themes/_branding/logo.PNG', 'ocis-8', ['upload-format']],
    ['themes/_branding/logo.eps', 'ocis-8', ['upload-format']],
    ['branding/logo.svg', 'ocis-5', ['upload-format']],
    ['branding/logo.svg', 'ocis-8', []],
    ['themes/_branding/logo.svg', 'ocis-5', []],
    ['themes/_branding/logo.png', 'ocis-8', []],
    ['themes/_branding/logo.jpeg?v=2', 'ocis-8', []],
    ['themes/acme/logo.svg', 'ocis-8', []],
  ])('%j among uploaded logos, for %s', (text, target, expected) => {
    expect(ofImages(codes(image, text, { target }))).toEqual(expected)
  })

  it('is looked at in a branding file too', () => {
    const file = 'themes/_branding/logo.svg'
    const branding = { common: { logo: file }, clients: { web: { defaults: { logo: { topbar: file } } } } }
    const found = validate(branding, { as: 'branding' }).diagnostics.map(
      ({ code, pointer }) => `${code} ${pointer}`,
    )
    expect(found).toEqual(['upload-format /common/logo', 'upload-format /clients/web/defaults/logo/topbar'])
  })

  it.each([
    ['a b.jpg', ['background-breaks-url']],
    ["a'b.jpg", ['background-breaks-url']],
    ['a(1).jpg', ['background-breaks-url']],
    ['a%20b.jpg', []],
  ])('%j as the picture of the login page', (text, expected) => {
    expect(codes('/clients/web/defaults/loginPage/backgroundImg', text)).toEqual(expected)
  })

  it.each([
    ["a'b.png", 'banner-icon-breaks-out'],
    ['a\\b.png', 'banner-icon-breaks-out'],
    ['a\nb.png', 'banner-icon-breaks-out'],
    ['a\fb.png', 'banner-icon-breaks-out'],
  ])('%j as the icon of the banner', (text, code) => {
    const banner = { appScheme: 'acme', icon: text }
    const document = changed(exampleTheme() as JsonObject, {
      at: '/clients/web/defaults/appBanner',
      value: banner,
    })
    expect(validate(document).diagnostics.map((finding) => finding.code)).toEqual([code])
  })
})

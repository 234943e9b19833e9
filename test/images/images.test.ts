import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ImageFacts, meanColor } from '../../src/images/image-facts.js'
import { type ImageUse, judgeImage } from '../../src/images/judge.js'
import { isTooComplex, readSvg } from '../../src/images/svg.js'
import { imageUses } from '../../src/images/uses.js'
import { faviconOf, imageFindings, imagesBelow, inspectImage } from '../../src/node/inspect-images.js'
import { loadRasteriser } from '../../src/node/rasterise.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { formatOfName } from '../../src/validate/image-formats.js'
import { setAt } from '../support/change.js'

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50" ${attributes}>${content}</svg>`

/** A picture of one colour, on a transparent background that takes half of it. */
const logoSvg = (color: string) => svg(`<rect width="50" height="50" fill="${color}"/>`)

const logo: ImageFacts = {
  path: 'themes/acme/logo.png',
  bytes: 12_000,
  format: 'png',
  width: 400,
  height: 100,
  frames: 1,
  transparent: 0.5,
  colors: [{ color: 'rgb(255 255 255 / 1.0)', share: 0.5 }],
}
const pointer = '/clients/web/defaults/logo/topbar'
const topbar: ImageUse = { slot: 'topbar', pointer, background: '#0b4f4a', theme: 'Light' }
const codesOf = (changes: Partial<ImageFacts>, ...uses: ImageUse[]) =>
  judgeImage({ ...logo, ...changes }, uses.length === 0 ? [topbar] : uses).map(({ code }) => code)

describe('an image is judged', () => {
  it('as fine', () => {
    expect(codesOf({})).toEqual([])
    expect(judgeImage({ ...logo, format: undefined }, [])).toEqual([])
  })

  it.each<[string, object, string[]]>([
    ['that is none', { format: undefined, problem: 'this is a page' }, ['image-unreadable']],
    ['that is another format', { format: 'jpeg' }, ['image-wrong-format']],
    ['of a name without extension', { path: 'logo' }, []],
    ['in capitals', { path: 'LOGO.PNG' }, []],
    ['with programs', { path: 'a.svg', format: 'svg', scripts: ['onload'] }, ['image-script']],
    ['with requests', { path: 'a.svg', format: 'svg', loads: ['https://a.example'] }, ['image-loads']],
    ['of many bytes', { bytes: 200_001 }, ['image-heavy']],
    ['that moves', { path: 'a.gif', format: 'gif', frames: 2 }, ['image-animated']],
    ['of few pixels', { width: 100, height: 31 }, ['image-size']],
    ['of few pixels that is drawn by lines', { path: 'a.svg', format: 'svg', width: 10, height: 5 }, []],
    ['of far too many pixels', { width: 5000, height: 1000 }, ['image-size']],
    [
      'without known pixels',
      { path: 'a.ico', format: 'ico', width: undefined, height: undefined, colors: undefined },
      [],
    ],
    [
      'that is several of these',
      { bytes: 999_999, format: 'gif', frames: 3 },
      ['image-wrong-format', 'image-heavy', 'image-animated'],
    ],
  ])('%s', (_, changes, codes) => {
    expect(codesOf(changes)).toEqual(codes)
  })

  it('by where it is shown', () => {
    const favicon: ImageUse = { slot: 'favicon', pointer: '/a' }
    expect(codesOf({}, favicon)).toEqual(['image-size'])
    expect(codesOf({ width: 64, height: 64 }, favicon)).toEqual([])
    expect(codesOf({ width: 64, height: 64, bytes: 150_000 }, favicon)).toEqual(['image-heavy'])
    const background: ImageUse = { slot: 'background', pointer: '/b' }
    expect(codesOf({ width: 6000, height: 4000, bytes: 2_900_000 }, background)).toEqual([])
    expect(codesOf({ width: 640, height: 480 }, background)).toEqual(['image-size'])
  })

  it('by the colours below it, once for each', () => {
    const white = { ...topbar, background: '#fff' }
    const found = judgeImage(logo, [topbar, white, { ...white, theme: 'Snow', pointer: '/other' }])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code: 'image-invisible', pointer, severity: 'warning' })
    expect(found[0]?.message).toContain('in the top bar of "Light", "Snow"')
    expect(found[0]?.message).toContain('1.00:1')
  })

  it("by most of what can be seen: a few pixels don't save a logo, a part does", () => {
    const colors = (dark: number) => [
      { color: 'rgb(255 255 255 / 1.0)', share: 0.5 - dark },
      { color: 'rgb(0 0 0 / 1.0)', share: dark },
    ]
    const white = { ...topbar, background: '#ffffff' }
    expect(codesOf({ colors: colors(0.01) }, white)).toEqual(['image-invisible'])
    expect(codesOf({ colors: colors(0.1) }, white)).toEqual([])
  })

  it('as visible where it has a background of its own, or the colour below it is not known', () => {
    const white = { ...topbar, background: '#ffffff' }
    expect(codesOf({ transparent: 0 }, white)).toEqual([])
    expect(codesOf({}, { ...topbar, background: 'var(--x)' })).toEqual([])
  })
})

describe('an SVG file', () => {
  it.each<[string, string, string[], string[]]>([
    ['is a picture', logoSvg('#fff'), [], []],
    [
      'may link inside itself',
      svg('<use xlink:href="#a"/><rect fill="url(#b)"/><image href="data:image/png;base64,AA"/>'),
      [],
      [],
    ],
    ['may have scripts', svg('<script>alert(1)</script>'), ['<script>'], []],
    [
      'may have scripts by another name',
      '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:script/></svg:svg>',
      ['<script>'],
      [],
    ],
    ['may have handlers', svg('<g><rect onclick="x()" ONLOAD="y()"/></g>'), ['onclick', 'onload'], []],
    ['may have script links', svg('<a xlink:href=" javascript:alert(1)"/>'), ['href="javascript:…"'], []],
    [
      'may have script links that are taken apart',
      svg('<a href=" java&#10;script:alert(1)"/><animate values="#a; javascript:alert(1)"/>'),
      ['href="javascript:…"', 'values="javascript:…"'],
      [],
    ],
    ['may have pages in it', svg('<foreignObject><body/></foreignObject>'), ['<foreignObject>'], []],
    [
      'may load images',
      svg('<image href="https://a.example/b.png"/><use href="other.svg#a"/>'),
      [],
      ['https://a.example/b.png', 'other.svg#a'],
    ],
    [
      'may load styles',
      svg(
        '<style>@import "https://a.example/c.css"; a { fill: url( \'d.svg#x\' ) }</style><rect style="fill:url(//b.example/e)"/>',
      ),
      [],
      ['https://a.example/c.css', 'd.svg#x', '//b.example/e'],
    ],
    [
      'may import styles in either way',
      svg('<style>@import url("https://a.example/c.css");@import"d.css";</style>'),
      [],
      ['https://a.example/c.css', 'd.css'],
    ],
    [
      'may have a style sheet, or a program for all of it',
      `<?xml version="1.0"?><?xml-stylesheet href="https://a.example/b.xsl"?>${svg('')}`,
      [],
      ['<?xml-stylesheet href="https://a.example/b.xsl"?>'],
    ],
    ['may have entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, [], ['<!ENTITY …>']],
  ])('%s', (_, text, scripts, loads) => {
    expect(readSvg(text)).toEqual({ scripts, loads })
  })

  it.each(['', 'no XML', '<html></html>', '{}', '<svg'])('is not %j', (text) => {
    expect(readSvg(text)).toBeUndefined()
  })

  it('never makes the reader fail', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            'svg',
            '/',
            '"',
            "'",
            '=',
            '!',
            '[',
            ']',
            '&',
            ';',
            ' ',
            'a',
            '?',
            '-',
            '--',
            'CDATA',
          ),
        }),
        (text) => {
          expect(() => readSvg(text)).not.toThrow()
          expect(() => readSvg(`<svg>${text}</svg>`)).not.toThrow()
        },
      ),
    )
  })
})

describe('an SVG file that repeats its parts', () => {
  /** Each group draws the one before it ten times. */
  const nested = (levels: number, reference: (id: string) => string) =>
    svg(
      Array.from(
        { length: levels },
        (_, level) => `<g id="g${level}"><rect/>${reference(`g${level - 1}`).repeat(10)}</g>`,
      ).join(''),
    )

  it.each<[string, (id: string) => string]>([
    ['use', (id) => `<use href="#${id}"/>`],
    ['use of old', (id) => `<use xlink:href="#${id}"/>`],
    ['fill', (id) => `<rect fill="url(#${id})"/>`],
    ['style', (id) => `<rect style="mask: url( '#${id}' )"/>`],
  ])('by %s is read as far as the drawing has an end', (_, reference) => {
    expect(isTooComplex(nested(4, reference))).toBe(false)
    expect(isTooComplex(nested(12, reference))).toBe(true)
  })

  it('may refer to itself, to nothing, and a hundred thousand times to the next', () => {
    expect(isTooComplex(svg('<g id="a"><use href="#a"/><use href="#b"/></g>'))).toBe(false)
    const chain = Array.from({ length: 100_000 }, (_, index) => `<use id="u${index}" href="#u${index + 1}"/>`)
    expect(isTooComplex(svg(chain.reverse().join('')))).toBe(true)
    expect(isTooComplex('no SVG')).toBe(false)
  })

  it('by rules of a style sheet counts for every element', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, index) => `.c${index} { fill: url(#g${index}) }`).join('')
    const text = nested(8, () => '').replace('<g', `<style>${rules(8)}</style><g`)
    expect(isTooComplex(text)).toBe(false)
    expect(isTooComplex(text.replace(rules(8), rules(1000)))).toBe(true)
  })
})

describe('the format that a name promises', () => {
  it.each([
    ['a.png', 'png'],
    ['a.b.JPeG', 'jpeg'],
    ['branding/x.gif', 'gif'],
    ['a.constructor', undefined],
    ['logo.PNG', 'png'],
    ['a', undefined],
  ])('by %s is %s', (name, format) => {
    expect(formatOfName(name)).toBe(format)
  })
})

describe('where images are shown', () => {
  it('is each slot of each theme, with the colour or the picture below it', () => {
    const uses = imageUses(exampleTheme(), { target: 'ocis-8' })
    expect([...uses.keys()].sort()).toEqual([
      'themes/acme/favicon.png',
      'themes/acme/harbour.jpg',
      'themes/acme/logo.svg',
    ])
    expect(uses.get('themes/acme/logo.svg')).toContainEqual({
      slot: 'topbar',
      pointer: '/clients/web/defaults/logo/topbar',
      theme: 'Dark',
      background: '#0b4f4a',
    })
    expect(uses.get('themes/acme/logo.svg')).toContainEqual({
      slot: 'login',
      pointer: '/clients/web/defaults/logo/login',
      theme: 'Light',
      over: 'themes/acme/harbour.jpg',
    })
  })

  it('is nowhere for images of other sites', () => {
    const theme = setAt(exampleTheme(), '/clients/web/defaults/logo/topbar', 'https://a.example/l.png')
    expect([...imageUses(theme, {}).keys()]).not.toContain('https://a.example/l.png')
  })
})

describe('on disk', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })
  const write = (name: string, content: string | Buffer) => writeFileSync(path.join(root, name), content)
  const look = (name: string) => inspectImage(sharp, root, name)
  const plain = (color: string) =>
    sharp({ create: { width: 80, height: 40, channels: 4, background: color } })

  it('an image is looked into, whatever it is called', async () => {
    write('a.png', await plain('#ff0000').png().toBuffer())
    write('b.png', await plain('#ff0000').jpeg().toBuffer())
    write('c.webp', await plain('#ff0000').webp().toBuffer())
    write('d.avif', await plain('#ff0000').avif().toBuffer())
    write('e.svg', logoSvg('#ff0000'))
    write('f.gif', await plain('#ff0000').gif().toBuffer())
    write('g.ico', Buffer.from([0, 0, 1, 0, 1, 0]))
    write('h.bmp', Buffer.from('BM......'))
    const formats = await Promise.all(
      'a.png b.png c.webp d.avif e.svg f.gif g.ico h.bmp'.split(' ').map(look),
    )
    expect(formats.map((facts) => facts?.format)).toEqual([
      'png',
      'jpeg',
      'webp',
      'avif',
      'svg',
      'gif',
      'ico',
      'bmp',
    ])
    expect(formats[0]).toMatchObject({ path: 'a.png', width: 80, height: 40, frames: 1, transparent: 0 })
    expect(formats[0]?.colors).toEqual([{ color: 'rgb(255 0 0 / 1.0)', share: 1 }])
    expect(formats[4]?.transparent).toBeCloseTo(0.5, 1)
    expect(meanColor(formats[4] as ImageFacts)).toBe('rgb(255 0 0)')
    expect(meanColor(formats[6] as ImageFacts)).toBeUndefined()
  })

  it('a moving image is one with several pictures', async () => {
    const frame = (color: string) => plain(color).png().toBuffer()
    const moving = await sharp([await frame('#f00'), await frame('#0f0')], { join: { animated: true } })
      .gif()
      .toBuffer()
    write('a.gif', moving)
    expect(await look('a.gif')).toMatchObject({ format: 'gif', frames: 2 })
    // An animated PNG file says so after its header, in a part (length, name, frames, plays, sum) of its own.
    const png = await plain('#ffffff').png().toBuffer()
    const animation = Buffer.from('000000086163544c0000000300000000f4a2c5fa', 'hex')
    write('moving.png', Buffer.concat([png.subarray(0, 33), animation, png.subarray(33)]))
    expect(await look('moving.png')).toMatchObject({ format: 'png', frames: 3 })
  })

  it('no file can do harm', async () => {
    const png = await plain('#ff0000').png().toBuffer()
    write('cut.png', png.subarray(0, 60))
    write('text.png', 'not found')
    write('empty.png', '')
    write('tiff.png', await plain('#fff').tiff().toBuffer())
    // A header that promises 60,000 by 60,000 pixels.
    const huge = Buffer.from(png)
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    write('huge.png', huge)
    write(
      'bomb.svg',
      svg('<rect/>', 'viewBox="0 0 1 1"')
        .replace('width="100"', 'width="90000"')
        .replace('height="50"', 'height="90000"'),
    )
    write('large.png', Buffer.alloc(20_000_001))
    write(
      'entities.svg',
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
    )
    for (const name of [
      'cut.png',
      'text.png',
      'empty.png',
      'tiff.png',
      'huge.png',
      'bomb.svg',
      'large.png',
    ]) {
      const facts = await look(name)
      expect(facts, name).toMatchObject({ path: name, format: undefined, problem: expect.any(String) })
    }
    write('page.svg', svg('<path d="M0 0L1 1"/>'.repeat(120_000)))
    expect((await look('page.svg'))?.problem).toBe('the SVG has 2.4 MB, more than the limit of 2 MB')
    write('packed.svg', gzipSync(svg(' '.repeat(1_000_000))))
    expect((await look('packed.svg'))?.problem).toContain('compressed')
    write('sloppy.svg', svg('<rect width=10><script>alert(1)'))
    expect(await look('sloppy.svg')).toMatchObject({ format: undefined })
    expect((await look('large.png'))?.problem).toBe('the file has 20 MB')
    expect((await look('tiff.png'))?.problem).toContain('tiff')
    expect((await look('entities.svg'))?.loads ?? ['unreadable']).not.toEqual([])
    expect(await look('none.png')).toBeUndefined()
    expect(await look('.')).toBeUndefined()
  })

  it('random bytes are no images, and nothing fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', '\x89PNG\r\n\x1a\n', 'GIF89a', '\xff\xd8\xff\xe0', 'RIFF\x10\0\0\0WEBP', '<svg '),
        fc.uint8Array({ maxLength: 200 }),
        async (magic, bytes) => {
          write('a.png', Buffer.concat([Buffer.from(magic, 'latin1'), bytes]))
          expect((await look('a.png'))?.path).toBe('a.png')
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a white logo on a white bar is found, in the theme that has one', async () => {
    write('logo.svg', logoSvg('#ffffff'))
    const theme = setAt(exampleTheme(), '/clients/web/defaults/logo/topbar', 'logo.svg')
    setAt(theme, '/clients/web/themes/0/designTokens/colorPalette/swatch-brand-default', '#fdfdfd')
    const found = await imageFindings(theme, { target: 'ocis-8' }, imagesBelow(sharp, root))
    expect(found).toMatchObject([{ code: 'image-invisible', pointer: '/clients/web/defaults/logo/topbar' }])
    expect(found[0]?.message).toContain('"Light"')
    expect(found[0]?.message).not.toContain('"Dark"')
  })

  it('a logo is measured on the picture of the login page', async () => {
    write('logo.svg', logoSvg('#ffffff'))
    write(
      'snow.png',
      await sharp({ create: { width: 1280, height: 800, channels: 3, background: '#fafafa' } })
        .png()
        .toBuffer(),
    )
    const theme = setAt(exampleTheme(), '/clients/web/defaults/logo/login', 'logo.svg')
    setAt(theme, '/clients/web/defaults/loginPage/backgroundImg', 'snow.png')
    const found = await imageFindings(theme, { target: 'ocis-8' }, imagesBelow(sharp, root))
    expect(found).toMatchObject([{ code: 'image-invisible', pointer: '/clients/web/defaults/logo/login' }])
  })

  it('a favicon is made of a logo, as a square', async () => {
    write('logo.svg', logoSvg('#ff0000'))
    const bytes = await faviconOf(sharp, root, 'logo.svg')
    expect(await sharp(bytes as Buffer).metadata()).toMatchObject({
      format: 'png',
      width: 64,
      height: 64,
      hasAlpha: true,
    })
    expect(await faviconOf(sharp, root, 'none.svg')).toEqual({ problem: expect.stringContaining('no such') })
  })

  it('a drawing that sharp refuses is an error for people', async () => {
    const rasterise = await loadRasteriser()
    await expect(rasterise?.('no drawing')).rejects.toThrow(/can't be drawn: sharp reports/)
  })
})

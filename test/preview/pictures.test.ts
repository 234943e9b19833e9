import { describe, expect, it } from 'vitest'
import { convert } from '../../src/index.js'
import { type PreviewImage, preview } from '../../src/preview/index.js'
import type { TargetId } from '../../src/targets/index.js'
import { legacyAcme } from '../support/acme.js'
import { pageOf, partOf, type Shape } from '../support/drawings.js'
import { conversionTargets } from '../support/targets.js'

const current = convert(legacyAcme).theme
const svg = (tag: string) => `data:image/svg+xml;base64,${btoa(`<!-- <svg width="1"> --><svg ${tag}/>`)}`

/** The shapes of the logo in the top bar. */
function logoWith(image: PreviewImage | undefined): readonly Shape[] {
  const { after } = preview(current, { target: 'ocis-8', images: () => image }).themes[0] ?? {}
  return partOf(pageOf(after, 'files'), 'Logo in the top bar').shapes
}

describe('an image', () => {
  it.each([
    ['width="240" height="60"', '0 0 240 60'],
    ["width='240px' viewBox='0 0 9 9' height=' 60.5 '", '0 0 240 60.5'],
    ['viewBox="-1, -2 300 100" width="100%" height="100%"', '0 0 300 100'],
    ['width="0" height="60" viewBox="0 0 4 3"', '0 0 4 3'],
  ])('that is an SVG of a size is a view of that size: %s', (tag, viewBox) => {
    const [view, image] = logoWith({ href: svg(`xmlns="x" ${tag}`) })
    expect(view).toMatchObject({ name: 'svg', attributes: { viewBox, preserveAspectRatio: 'xMinYMid meet' } })
    const [, , width, height] = viewBox.split(' ')
    expect(image).toMatchObject({ name: 'image', attributes: { width, height } })
  })

  it.each([
    svg('xmlns="x"'),
    svg('width="50%" height="1em"'),
    'data:image/png;base64,AAAA',
    'data:image/svg+xml;base64,',
  ])('without such a size fits its box: %s', (href) => {
    const [image] = logoWith({ href })
    expect(image).toMatchObject({
      name: 'image',
      attributes: { width: '360', height: '38', preserveAspectRatio: 'xMinYMid meet' },
    })
  })

  it('that is missing has its path and the reason, one below the other, in a part of its size', () => {
    const shapes = logoWith({ problem: 'too large' })
    const lines = shapes.filter(({ name }) => name === 'text')
    expect(lines.map(({ text }) => text)).toEqual(['themes/acme/logo.svg', 'too large'])
    const tops = lines.map(({ attributes }) => Number(attributes['y']))
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeGreaterThan(11)
    expect(shapes.at(-1)?.attributes).toMatchObject({ class: 'box', width: '360' })
    expect(logoWith({ href: 'data:image/png;base64,AAAA' }).at(-1)?.attributes).toMatchObject({
      width: '152',
    })
  })
})

describe('an image that is built into the server', () => {
  const shownFor = (target: TargetId, logo: string, images?: () => undefined) => {
    const changed = structuredClone(legacyAcme)
    for (const theme of Object.values(changed.web)) theme.logo.topbar = logo
    const [theme] = preview(changed, { target, ...(images && { images }) }).themes
    return [theme?.before, theme?.after].map((side) =>
      partOf(pageOf(side, 'files'), 'Logo in the top bar')
        .shapes.filter(({ name }) => name === 'text')
        .map(({ text }) => text)
        .at(-1),
    )
  }
  const builtIn = 'built into the server, not drawn'

  it.each(conversionTargets)('is not called missing: %s', (target) => {
    const stock = 'themes/owncloud/assets/logo.svg'
    expect(shownFor(target, stock, () => undefined)).toEqual([builtIn, builtIn])
    expect(shownFor(target, stock)).toEqual([builtIn, builtIn])
    expect(shownFor(target, 'themes/owncloud/assets/mine.svg', () => undefined)).toEqual([
      'missing',
      'missing',
    ])
    expect(shownFor(target, 'themes/acme/logo.svg')).toEqual(Array(2).fill('image file not available'))
  })
})

describe('a background with a relative path', () => {
  const shown = (target: 'ocis-7' | 'ocis-8', backgroundImg: string) => {
    const theme = {
      ...(current as object),
      clients: {
        web: {
          defaults: {
            designTokens: {},
            loginPage: { backgroundImg },
            logo: { topbar: 'a', favicon: 'a', login: 'a' },
          },
          themes: [{ name: 'L', isDark: false }],
        },
      },
    }
    const { after } =
      preview(theme, { target, images: () => ({ href: 'data:image/png;base64,AAAA' }) }).themes[0] ?? {}
    const { told, shapes } = partOf(pageOf(after, 'public-link'), 'Background')
    return [shapes.some(({ name }) => name === 'image'), told.some((line) => line.startsWith('Not shown'))]
  }

  it('is drawn only for releases that load it', () => {
    expect(shown('ocis-7', 'themes/acme/b.png')).toEqual([true, false])
    expect(shown('ocis-8', 'themes/acme/b.png')).toEqual([false, true])
    expect(shown('ocis-8', '/themes/acme/b.png')).toEqual([true, false])
  })
})

import { drawButton } from '../controls.js'
import type { Scene } from '../scene.js'
import { type Box, caption, outline, rect, text } from '../shapes.js'

/** The page without a session, with background, logo, slogan and link of the theme. */
export function drawAccessDenied(scene: Scene): void {
  const { look, width } = scene
  drawBackground(scene, 212)
  const isWide = width > 700
  const [x, w] = isWide ? [472, 336] : [16, 358]
  drawCard(scene, [x, 276, w, 260], 'Not logged in', [
    'This could be because of a routine',
    'safety log out, or because your account',
    'is either inactive or not yet authorized.',
  ])
  const help = look.text('urls.accessDeniedHelp')
  const hasHelp = (help.value ?? '') !== ''
  scene.part(
    'cardLink',
    [x + w / 2 - 50, 455, 100, 24],
    ({ text: fill }) => (hasHelp ? [text('Read more', x + w / 2, 472, fill, { anchor: 'middle' })] : []),
    {
      title: 'Link to help',
      also: [help],
      ...(!hasHelp && { note: 'The theme has no such link, so it does not show.' }),
    },
  )
  drawSlogan(scene, [x, 496, w, 30])
  drawButton(scene, 'logInAgain', [x, 552, w, 37], 'Log in again', { size: 15.75 })
}

/** The page of a public link that asks for its password. */
export function drawPublicLink(scene: Scene): void {
  const isWide = scene.width > 700
  drawBackground(scene, isWide ? 258 : 244)
  const [x, w] = isWide ? [416, 448] : [16, 358]
  drawCard(scene, [x, 322, w, 220], 'Enter the password', [])
  scene.part('input', [x + 17, 406, w - 34, 36], ({ background, border, text: fill }) => [
    rect([x + 17, 406, w - 34, 36], background, 3.5),
    outline([x + 17, 406, w - 34, 36], border, 3.5),
    text('•••••••', x + 29, 429, fill),
  ])
  drawButton(scene, 'filledButton', [x + w / 2 - 40, 451, 80, 33], 'Continue')
  drawSlogan(scene, [x, 502, w, 30])
}

function drawCard(scene: Scene, box: Box, title: string, lines: readonly string[]): void {
  const [x, y, w] = box
  scene.part('card', box, ({ background, text: fill }) => [
    rect(box, background, 7),
    text(title, x + w / 2, y + 38, fill, { size: 21, weight: 700, anchor: 'middle' }),
    ...lines.map((content, index) =>
      text(content, x + w / 2, y + 88 + 21 * index, fill, { anchor: 'middle' }),
    ),
  ])
}

function drawSlogan(scene: Scene, box: Box): void {
  const slogan = scene.look.text('common.slogan')
  scene.part('card', box, ({ text: fill }) => caption(slogan.value ?? '', box, fill, 12.25), {
    title: 'Slogan',
    also: [slogan],
  })
}

function drawBackground(scene: Scene, logoTop: number): void {
  const { look, width, height } = scene
  const picture = look.text('login.background')
  const hasBackground = (picture.value ?? '') !== ''
  scene.part(
    'plainPage',
    [0, 0, width, height],
    ({ background }) => [
      rect([0, 0, width, height], 'fill="#fff"'),
      rect([0, 0, width, height], background),
      ...(hasBackground ? [scene.image(picture, [0, 0, width, height], 'cover')] : []),
    ],
    {
      also: [picture],
      ...(!hasBackground && {
        note: 'Without a background the client shows a fixed drawing at the lower right, which is left out here.',
      }),
    },
  )
  const logo = look.text('logo.login')
  const box: Box = [width / 2 - 96, logoTop, 192, 48]
  scene.part('plainPage', box, () => [scene.image(logo, box, 'middle')], {
    title: 'Logo of the plain pages',
    also: [logo],
  })
}

import { fromRoot } from '../../css/addresses.js'
import type { Target } from '../../targets/target.js'
import { drawButton } from '../controls.js'
import type { Shown } from '../look.js'
import type { Scene } from '../scene.js'
import { caption, line, outline, rect, text } from '../shapes.js'

/** The text of a value; empty where it isn't set. */
const textIn = ({ value = '' }: Shown) => value

/** The page without a session, with background, logo, name, slogan and link of the theme. */
export function drawAccessDenied(scene: Scene, target: Target | undefined): void {
  const { look, width } = scene
  drawBackground(scene, target)
  const x = (width - 300) / 2
  const [name, slogan] = [look.text('common.name'), look.text('common.slogan')]
  const logo = look.text('logo.login')
  scene.part(
    'plainPage',
    [x + 50, 133, 200, 67],
    () => [scene.image(logo, [x + 50, 133, 200, 67], 'middle')],
    {
      title: 'Logo of the access denied page',
      also: [logo],
    },
  )
  scene.part(
    'card',
    [x, 232, 300, 272],
    ({ background, text: fill }) => [
      rect([x, 232, 300, 272], background, 15),
      text('Not logged in', x + 150, 272, fill, { size: 16, weight: 600, anchor: 'middle' }),
      ...[
        'This could be because of a routine',
        'safety log out, or because your account',
        'is either inactive or not yet authorized.',
      ].map((content, index) => text(content, x + 150, 314 + 21 * index, fill, { anchor: 'middle' })),
    ],
    { title: 'Card of the access denied page' },
  )
  const help = look.text('urls.accessDeniedHelp')
  const hasHelp = textIn(help) !== ''
  scene.part(
    'cardLink',
    [x + 100, 410, 100, 26],
    ({ text: fill }) => (hasHelp ? [text('Read more', x + 150, 427, fill, { anchor: 'middle' })] : []),
    {
      title: 'Link to help',
      also: [help],
      ...(!hasHelp && { note: 'The theme has no such link, so it does not show.' }),
    },
  )
  scene.part(
    'card',
    [x, 461, 300, 43],
    ({ text: fill }) =>
      caption(
        [textIn(name), textIn(slogan)].filter((each) => each !== '').join(' – '),
        [x, 461, 300, 43],
        fill,
        12,
      ),
    { title: 'Name and slogan', also: [name, slogan] },
  )
  drawButton(scene, 'primaryButton', [x, 521, 300, 47], 'Log in again', { size: 18 })
}

/** The page of a public link that asks for its password. */
export function drawPublicLink(scene: Scene, target: Target | undefined): void {
  const { look, width } = scene
  drawBackground(scene, target)
  const isWide = width > 700
  const [x, w] = isWide ? [415, 450] : [0, width]
  const slogan = look.text('common.slogan')
  scene.part('card', [x, 291, w, 218], ({ background }) => [rect([x, 291, w, 218], background, 15)], {
    title: 'Card of the public link page',
  })
  scene.part('cardTitle', [x + 24, 300, w - 48, 40], ({ text: fill, border }) => [
    text('Enter the password', x + w / 2, 326, fill, { size: 20, weight: 600, anchor: 'middle' }),
    line(x + 24, 342, w - 48, border),
  ])
  scene.part('input', [x + 24, 377, w - 48, 31], ({ background, border, text: fill }) => [
    rect([x + 24, 377, w - 48, 31], background, 5),
    outline([x + 24, 377, w - 48, 31], border, 5),
    text('•••••••', x + 34, 398, fill),
  ])
  drawButton(scene, 'primaryButton', [x + 24, 416, w - 48, 36], 'Continue')
  scene.part(
    'card',
    [x + 24, 464, w - 48, 30],
    ({ text: fill }) => caption(textIn(slogan), [x + 24, 464, w - 48, 36], fill, 14),
    { title: 'Slogan', also: [slogan] },
  )
}

function drawBackground(scene: Scene, target: Target | undefined): void {
  const { look, width, height } = scene
  const picture = look.text('login.background')
  const isLost = target?.loadsRelativeBackground === false && fromRoot(textIn(picture)) !== undefined
  scene.part(
    'plainPage',
    [0, 0, width, height],
    ({ background }) => [
      rect([0, 0, width, height], background),
      ...(textIn(picture) === '' || isLost ? [] : [scene.image(picture, [0, 0, width, height], 'cover')]),
    ],
    { also: [picture], ...(isLost && { note: 'Not shown: this release does not load a relative path.' }) },
  )
}

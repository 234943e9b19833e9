import type { Scene } from '../scene.js'
import { type Box, icon, outline, rect, text } from '../shapes.js'

/** The window with the top bar and the box below it; measured in OpenCloud Web 7.3.0. */
export function drawFrame(scene: Scene): void {
  const { look, width, height } = scene
  const isWide = width > 700
  scene.part('window', [0, 0, width, height], ({ background }) => [
    rect([0, 0, width, height], 'fill="#fff"'),
    rect([0, 0, width, height], background),
  ])
  if (!isWide)
    scene.part('topBarIcons', [16, 14, 32, 32], ({ icon: fill }) => [icon('menu', 20, 18, 24, fill)], {
      title: 'Button of the menu on small screens',
    })
  const small = isWide ? undefined : look.text('logo.topbarSmall')
  const logo = small?.value === undefined ? look.text('logo.topbar') : small
  const box: Box = isWide ? [20, 12, 340, 36] : [62, 16, 28, 28]
  // The part is as wide as a logo of 240 × 60 pixels; others may be wider.
  scene.part(
    'window',
    [box[0], box[1], scene.hasImage(logo) ? Math.min(box[2], 144) : box[2], box[3]],
    () => [scene.image(logo, box, isWide ? 'left' : 'middle')],
    {
      title: isWide ? 'Logo in the top bar' : 'Logo in the top bar of small screens',
      also: [logo],
    },
  )
  if (isWide) drawSearch(scene)
  const places = isWide ? [1068, 1108, 1148, 1188] : [218, 258, 298]
  const names = isWide ? (['chat', 'bell', 'side', 'apps'] as const) : (['chat', 'bell', 'apps'] as const)
  const [left = 0] = places
  scene.part('topBarIcons', [left, 18, (places.at(-1) ?? 0) + 20 - left, 24], ({ icon: fill }) =>
    names.map((name, index) => icon(name, places[index] ?? 0, 20, 20, fill)),
  )
  const bell = places[1] ?? 0
  scene.part('badge', [bell + 13, 14, 16, 16], ({ background, text: fill }) => [
    rect([bell + 13, 14, 16, 16], background, 8),
    text('3', bell + 21, 26, fill, { size: 10.5, anchor: 'middle' }),
  ])
  const x = isWide ? 1228 : 338
  scene.part('avatar', [x, 12, 36, 36], ({ background, text: fill }) => [
    rect([x, 12, 36, 36], background, 18),
    text('AM', x + 18, 35, fill, { size: 13, anchor: 'middle' }),
  ])
  scene.part('box', [8, 60, width - 16, 732], ({ background }) => [
    rect([8, 60, width - 16, 732], background, 10.5),
  ])
  const content: Box = isWide ? [238, 60, 1034, 732] : [8, 60, 374, 732]
  scene.part('surface', content, ({ background, border }) => [
    rect(content, background, 10.5),
    outline(content, border, 10.5),
  ])
}

function drawSearch(scene: Scene): void {
  const box: Box = [392, 13, 448, 34]
  scene.part('search', box, ({ background, border, text: fill, icon: lens }) => [
    rect(box, background, 17),
    outline(box, border, 17),
    icon('search', 402, 21, 18, lens),
    text('Enter search term', 428, 35, fill),
  ])
}

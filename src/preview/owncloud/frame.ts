import type { Scene } from '../scene.js'
import { type Box, icon, outline, rect, text } from '../shapes.js'

/** The boxes of the frame around every page, in pixels; measured in ownCloud Web 12.5.0. */
interface Frame {
  readonly apps: Box
  readonly logo: Box
  readonly search: Box | undefined
  readonly lens: Box | undefined
  readonly icons: readonly number[]
  readonly avatar: Box
  readonly content: Box
}

const frames: Readonly<Record<'wide' | 'narrow', Frame>> = {
  wide: {
    apps: [15, 10, 33, 33],
    logo: [68, 6, 360, 38],
    search: [438, 10, 452, 32],
    lens: undefined,
    icons: [1107, 1149, 1191],
    avatar: [1233, 10, 32, 32],
    content: [8, 52, 1264, 740],
  },
  narrow: {
    apps: [14, 10, 33, 33],
    logo: [57, 6, 66, 38],
    search: undefined,
    lens: [185, 15, 22, 22],
    icons: [231, 269, 306],
    avatar: [344, 10, 32, 32],
    content: [8, 52, 374, 740],
  },
}

/** The window with the top bar and the box of the content. */
export function drawFrame(scene: Scene): void {
  const isWide = scene.width > 700
  const frame = frames[isWide ? 'wide' : 'narrow']
  const { look } = scene
  scene.part('window', [0, 0, scene.width, scene.height], ({ background }) => [
    rect([0, 0, scene.width, scene.height], 'fill="#fff"'),
    rect([0, 0, scene.width, scene.height], background),
  ])
  scene.part(
    'topBarIcons',
    frame.apps,
    ({ icon: fill }) => [icon('apps', frame.apps[0] + 5, frame.apps[1] + 5, 22, fill)],
    {
      title: 'Button of the app menu',
    },
  )
  const small = isWide ? undefined : look.text('logo.topbarSmall')
  const logo = small?.value === undefined ? look.text('logo.topbar') : small
  // The part is as wide as a logo of 240 × 60 pixels; others may be wider.
  const [left, top, width, height] = frame.logo
  scene.part(
    'window',
    [left, top, scene.hasImage(logo) ? Math.min(width, 152) : width, height],
    () => [scene.image(logo, frame.logo, isWide ? 'left' : 'middle')],
    {
      title: isWide ? 'Logo in the top bar' : 'Logo in the top bar of small screens',
      also: [logo],
    },
  )
  if (frame.search !== undefined) drawSearch(scene, frame.search)
  scene.part(
    'topBarIcons',
    [frame.icons[0] ?? 0, 14, (frame.icons[2] ?? 0) + 22 - (frame.icons[0] ?? 0), 24],
    ({ icon: fill }) => [
      ...(frame.lens === undefined ? [] : [icon('search', frame.lens[0], frame.lens[1], 22, fill)]),
      ...(['chat', 'bell', 'side'] as const).map((name, index) =>
        icon(name, frame.icons[index] ?? 0, 15, 22, fill),
      ),
    ],
  )
  const bell = frame.icons[1] ?? 0
  scene.part('badge', [bell + 15, 8, 16, 16], ({ background, text: fill }) => [
    rect([bell + 15, 8, 16, 16], background, 8),
    text('3', bell + 23, 20, fill, { size: 11, anchor: 'middle' }),
  ])
  const [x, y, size] = frame.avatar
  scene.part('avatar', frame.avatar, ({ background, text: fill }) => [
    rect(frame.avatar, background, size / 2),
    text('AM', x + size / 2, y + 20, fill, { size: 12, anchor: 'middle' }),
  ])
  scene.part('box', frame.content, ({ background }) => [rect(frame.content, background, 15)])
}

function drawSearch(scene: Scene, box: Box): void {
  const [x, y, w, h] = box
  scene.part('search', box, ({ background, border, text: fill, icon: iconFill }) => [
    rect(box, background, 16),
    outline(box, border, 16),
    icon('search', x + 10, y + 8, 16, iconFill),
    text('Enter search term', x + 34, y + 21, fill),
    text('All files', x + w - 92, y + 20, iconFill, { size: 11.2 }),
    icon('down', x + w - 38, y + h / 2 - 5, 10, iconFill),
  ])
}

import { drawButton, drawMenuFoot } from '../controls.js'
import type { IconName } from '../icons.js'
import type { Scene } from '../scene.js'
import { type Box, icon, line, outline, rect, text } from '../shapes.js'
import { drawFrame } from './frame.js'

/** A shadow, which no theme changes. */
const SHADOW = 'fill="#000" fill-opacity=".14" stroke="#000" stroke-opacity=".14" stroke-width="3"'

/** Everything that opens over the main page: the menus, a dialog, and messages. */
export function drawOverlays(scene: Scene): void {
  drawFrame(scene)
  drawAppTopBar(scene)
  drawAppMenu(scene)
  drawAccountMenu(scene)
  drawDialog(scene)
  drawMessages(scene)
}

function drawAppTopBar(scene: Scene): void {
  const box: Box = [350, 62, 284, 42]
  scene.part('window', [340, 56, 304, 54], ({ background }) => [rect([340, 56, 304, 54], background, 5)], {
    title: 'Window behind the top bar of an app',
  })
  scene.part('appTopBar', box, ({ background, border, text: fill, icon: iconFill }) => [
    rect(box, background, 10),
    outline(box, border, 10),
    icon('file', 362, 72, 22, iconFill),
    text('Notes.md', 394, 88, fill, { width: 190 }),
    icon('close', 606, 75, 16, iconFill),
  ])
}

const apps: readonly [string, string, IconName][] = [
  ['Files', 'menuItemCurrent', 'folder'],
  ['Text editor', 'menuItemHover', 'file'],
  ['Admin settings', 'menuItem', 'gear'],
]

function drawMenu(scene: Scene, box: Box, title: string): void {
  scene.part(
    'menu',
    box,
    ({ background }) => [rect([box[0], box[1] + 2, box[2], box[3]], SHADOW, 8), rect(box, background, 8)],
    { title },
  )
}

function drawAppMenu(scene: Scene): void {
  drawMenu(scene, [23, 51, 280, 142], 'App menu')
  apps.forEach(([label, region, symbol], index) => {
    const y = 59 + 42 * index
    scene.part(region, [31, y, 264, 38], ({ background, text: fill, icon: iconFill }) => [
      rect([31, y, 264, 38], background, 8),
      icon(symbol, 38, y + 8, 22, iconFill),
      text(label, 76, y + 24, fill),
    ])
  })
}

function drawAccountMenu(scene: Scene): void {
  drawMenu(scene, [957, 50, 300, 254], 'Account menu')
  scene.part(
    'quota',
    [965, 58, 284, 62],
    ({ background, icon: value, text: fill }) => [
      text('Ada Mills', 1040, 80, fill),
      text('ada@example.org', 1040, 98, fill, { size: 12 }),
      rect([1040, 111, 149, 5], background),
      rect([1040, 111, 30, 5], value),
    ],
    { title: 'User and quota' },
  )
  const items: readonly [string, string, IconName][] = [
    ['Preferences', 'menuItem', 'gear'],
    ['Log out', 'menuItemHover', 'exit'],
  ]
  items.forEach(([label, region, symbol], index) => {
    const y = 130 + 46 * index
    scene.part(region, [965, y, 284, 42], ({ background, text: fill, icon: iconFill }) => [
      rect([965, y, 284, 42], background, 5),
      icon(symbol, 975, y + 10, 22, iconFill),
      text(label, 1010, y + 26, fill),
    ])
  })
  drawMenuFoot(scene, [957, 258, 300, 46], 8)
}

function drawDialog(scene: Scene): void {
  scene.plain(
    `<path d="M8 330h1264v447a15 15 0 0 1-15 15H23a15 15 0 0 1-15-15z" fill="#000" fill-opacity=".4"/>`,
  )
  const [x, y] = [150, 360]
  scene.part('dialog', [x, y, 502, 330], ({ background, border, text: fill }) => [
    rect([x, y, 502, 330], background, 15),
    outline([x, y, 502, 330], border, 15),
    text('Create a new folder', x + 17, y + 36, fill, { weight: 700 }),
    line(x, y + 56, 502, border),
    text('Folder name', x + 17, y + 88, fill),
    text('A folder with an error', x + 17, y + 152, fill),
  ])
  scene.part('input', [x + 17, y + 98, 468, 31], ({ background, border, text: fill }) => [
    rect([x + 17, y + 98, 468, 31], background, 5),
    outline([x + 17, y + 98, 468, 31], border, 5),
    text('New folder', x + 27, y + 118, fill),
  ])
  scene.part('inputError', [x + 17, y + 162, 468, 52], ({ background, border, text: fill }) => [
    rect([x + 17, y + 162, 468, 31], background, 5),
    outline([x + 17, y + 162, 468, 31], border, 5),
    text('Projects', x + 27, y + 182, fill),
    text('This name exists already', x + 17, y + 210, fill, { size: 12 }),
  ])
  scene.part('progressSuccess', [x + 17, y + 230, 468, 24], ({ icon: fill }) => [
    icon('check', x + 17, y + 233, 16, fill),
    rect([x + 42, y + 239, 443, 5], fill),
  ])
  drawButton(scene, 'dangerButton', [x + 17, y + 277, 75, 36], 'Delete')
  drawButton(scene, 'passiveButton', [x + 335, y + 277, 75, 36], 'Cancel')
  drawButton(scene, 'primaryButton', [x + 418, y + 277, 67, 36], 'Create')
}

const messages: readonly [string, string, IconName][] = [
  ['messageDanger', 'The file could not be deleted', 'info'],
  ['messageWarning', 'The connection is unstable', 'info'],
  ['message', 'The folder was created', 'check'],
]

function drawMessages(scene: Scene): void {
  messages.forEach(([region, label, symbol], index) => {
    const y = 594 + 62 * index
    scene.part(region, [860, y, 400, 54], ({ background, text: fill, icon: iconFill }) => [
      rect([860, y + 3, 400, 54], SHADOW, 5),
      rect([860, y, 400, 54], background, 5),
      icon(symbol, 876, y + 16, 22, iconFill),
      text(label, 906, y + 33, fill, { size: 16, width: 300 }),
    ])
    scene.part('messageClose', [1222, y + 15, 24, 24], ({ icon: fill }) => [
      icon('close', 1226, y + 19, 16, fill),
    ])
  })
}

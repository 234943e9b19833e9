import { drawButton, drawMenuFoot } from '../controls.js'
import type { IconName } from '../icons.js'
import type { Scene } from '../scene.js'
import { type Box, icon, outline, rect, text } from '../shapes.js'
import { drawFrame } from './frame.js'

/** A shadow, which no theme changes. */
const SHADOW = 'fill="#000" fill-opacity=".1" stroke="#000" stroke-opacity=".1" stroke-width="3"'

/** Everything that opens over the main page: the menus, a dialog, and messages. */
export function drawOverlays(scene: Scene): void {
  drawFrame(scene)
  drawAppMenu(scene)
  drawAccountMenu(scene)
  drawDialog(scene)
  drawMessages(scene)
}

function drawMenu(scene: Scene, box: Box, title: string): void {
  scene.part(
    'menu',
    box,
    ({ background, border }) => [
      rect(box, SHADOW, 10.5),
      rect(box, background, 10.5),
      outline(box, border, 10.5),
    ],
    { title },
  )
}

function drawItem(scene: Scene, region: string, [x, y, w, h]: Box, label: string, symbol: IconName): void {
  scene.part(region, [x, y, w, h], ({ background, text: fill, icon: iconFill }) => [
    rect([x, y, w, h], background, 3.5),
    icon(symbol, x + 10, y + h / 2 - 10, 20, iconFill),
    text(label, x + 42, y + h / 2 + 5, fill),
  ])
}

function drawAppMenu(scene: Scene): void {
  drawMenu(scene, [620, 45, 280, 158], 'App menu')
  drawItem(scene, 'menuItemCurrent', [629, 54, 262, 44], 'Files', 'folder')
  drawItem(scene, 'menuItemHover', [629, 102, 262, 44], 'Text editor', 'file')
  drawItem(scene, 'menuItem', [629, 150, 262, 44], 'Admin settings', 'gear')
  scene.part('tooltip', [500, 62, 100, 26], ({ background, text: fill }) => [
    rect([500, 62, 100, 26], background, 3.5),
    text('Notifications', 550, 79, fill, { size: 12.25, anchor: 'middle' }),
  ])
}

function drawAccountMenu(scene: Scene): void {
  drawMenu(scene, [984, 53, 280, 213], 'Account menu')
  scene.part(
    'quota',
    [993, 62, 262, 68],
    ({ background, icon: value, text: fill }) => [
      text('Ada Mills', 1073, 86, fill),
      text('ada@example.org', 1073, 104, fill, { size: 12.25 }),
      rect([1073, 118, 152, 4], background),
      rect([1073, 118, 30, 4], value),
    ],
    { title: 'User and quota' },
  )
  drawItem(scene, 'menuItem', [993, 134, 262, 33], 'Preferences', 'gear')
  drawItem(scene, 'menuItemHover', [993, 171, 262, 33], 'Log out', 'exit')
  drawMenuFoot(scene, [993, 220, 262, 37], 5)
}

function drawDialog(scene: Scene): void {
  scene.plain(
    `<path d="M8 330h1264v452a10 10 0 0 1-10 10H18a10 10 0 0 1-10-10z" fill="#000" fill-opacity=".4"/>`,
  )
  const [x, y] = [150, 370]
  scene.part('dialog', [x, y, 504, 330], ({ background, border, text: fill, icon: close }) => [
    rect([x, y, 504, 330], background, 10.5),
    outline([x, y, 504, 330], border, 10.5),
    text('Create a new folder', x + 17, y + 34, fill, { weight: 700 }),
    icon('close', x + 468, y + 20, 16, close),
    text('Folder name', x + 17, y + 76, fill),
    text('A folder with an error', x + 17, y + 156, fill),
  ])
  scene.part('inputFocus', [x + 17, y + 86, 470, 36], ({ background, border, text: fill }) => [
    rect([x + 17, y + 86, 470, 36], background, 3.5),
    outline([x + 17, y + 86, 470, 36], border, 3.5),
    text('New folder', x + 29, y + 109, fill),
  ])
  scene.part(
    'inputError',
    [x + 17, y + 166, 470, 58],
    ({ background, border, text: fill, icon: message }) => [
      rect([x + 17, y + 166, 470, 36], background, 3.5),
      outline([x + 17, y + 166, 470, 36], border, 3.5),
      text('Projects', x + 29, y + 189, fill),
      text('This name exists already', x + 17, y + 220, message, { size: 12.25 }),
    ],
  )
  scene.part('switchOn', [x + 17, y + 250, 32, 18], ({ background, border, icon: knob }) => [
    rect([x + 17, y + 250, 32, 18], background, 9),
    outline([x + 17, y + 250, 32, 18], border, 9),
    rect([x + 33, y + 252, 14, 14], knob, 7),
  ])
  drawButton(scene, 'passiveButton', [x + 280, y + 281, 130, 33], 'Upload picture')
  drawButton(scene, 'filledButton', [x + 423, y + 281, 64, 33], 'Create')
}

function drawMessages(scene: Scene): void {
  const messages = [
    ['messageDanger', 'The file could not be deleted'],
    ['message', 'The folder was created'],
  ] as const
  messages.forEach(([region, label], index) => {
    const y = 646 + 68 * index
    scene.part(region, [868, y, 392, 59], ({ background, border, text: fill, icon: cross }) => [
      rect([868, y, 392, 59], SHADOW, 10.5),
      rect([868, y, 392, 59], background, 10.5),
      outline([868, y, 392, 59], border, 10.5),
      text(label, 885, y + 35, fill, { size: 15.75, width: 320 }),
      icon('close', 1225, y + 21, 16, cross),
    ])
  })
}

import { drawButton } from '../controls.js'
import { details, drawCheckbox, drawTag, navItems, panels, type Row, rows, titleOf } from '../listing.js'
import type { Scene } from '../scene.js'
import { icon, line, outline, rect, text } from '../shapes.js'
import { drawFrame } from './frame.js'

/** The main page, with a file selected and its details open; at 390 pixels without the bars at the sides. */
export function drawFiles(scene: Scene): void {
  drawFrame(scene)
  const isWide = scene.width > 700
  if (isWide) drawSideBar(scene)
  drawAppBar(scene, isWide)
  drawTable(scene, isWide)
  if (isWide) drawRightBar(scene)
  else drawButton(scene, 'newButton', [314, 724, 56, 56], '', { symbol: 'plus' })
}

function drawSideBar(scene: Scene): void {
  drawButton(scene, 'newButton', [20, 72, 206, 33], 'New', { symbol: 'plus' })
  navItems.forEach(([label, symbol, region], index) => {
    const y = 117 + 49 * index
    scene.part(region, [20, y, 206, 45], ({ background, border, text: fill, icon: iconFill }) => [
      rect([20, y, 206, 45], background, 10.5),
      outline([20, y, 206, 45], border, 10.5),
      icon(symbol, 28, y + 12, 20, iconFill),
      text(label, 64, y + 27, fill, { weight: 700 }),
    ])
  })
  scene.part('versions', [20, 760, 206, 24], ({ text: fill }) => [
    text('OpenCloud', 24, 777, fill, { size: 12.25 }),
  ])
}

function drawAppBar(scene: Scene, isWide: boolean): void {
  const x = isWide ? 255 : 25
  scene.part('breadcrumb', [x, 78, 180, 22], ({ text: fill }) => [
    text('Personal', x, 94, fill),
    icon('down', x + 64, 84, 9, fill),
    text('Reports', x + 80, 94, fill),
  ])
  const right = isWide ? 873 : 343
  scene.part('viewOptions', [right - 44, 72, 72, 34], ({ icon: fill }) => [
    icon('tiles', right - 34, 79, 20, fill),
    icon('gear', right, 79, 20, fill),
  ])
  if (isWide) drawButton(scene, 'passiveButton', [255, 113, 150, 33], 'Passive button')
}

function drawTable(scene: Scene, isWide: boolean): void {
  const [x, w] = isWide ? [239, 672] : [9, 372]
  scene.part('tableHead', [x, 157, w, 42], ({ background, text: fill, border }) => [
    rect([x, 157, w, 42], background),
    line(x, 198, w, border),
    text('Name', x + 56, 183, fill, { weight: 500 }),
    ...(isWide ? [text('Size', x + 560, 183, fill, { weight: 500 })] : []),
  ])
  rows.forEach((row, index) => {
    drawRow(scene, row, [x, 199 + 42 * index, w], isWide)
  })
  const y = 199 + 42 * rows.length
  scene.part('listFoot', [x, y, w, 42], ({ text: fill, border }) => [
    line(x, y, w, border),
    text('6 items in total', x + w / 2, y + 27, fill, { size: 12.25, anchor: 'middle' }),
  ])
}

function drawRow(
  scene: Scene,
  row: Row,
  [x, y, w]: readonly [number, number, number],
  isWide: boolean,
): void {
  const { name, size, symbol, state = '', isShared, tag } = row
  scene.part(
    `row${state}`,
    [x, y, w, 42],
    ({ background, text: fill, border, icon: iconFill }) => [
      rect([x, y, w, 42], background),
      line(x, y, w, border),
      text(name, x + 88, y + 26, fill),
      ...(isShared ? [icon('people', x + 220, y + 13, 16, iconFill)] : []),
      ...(isWide ? [text(size, x + 560, y + 26, fill)] : []),
      icon('dots', x + w - 40, y + 11, 20, iconFill),
    ],
    { title: titleOf(row) },
  )
  drawCheckbox(scene, row, x + 18, y + 11, 20)
  scene.part('fileIcon', [x + 56, y + 9, 24, 24], ({ icon: fill }) => [icon(symbol, x + 56, y + 9, 24, fill)])
  if (tag !== undefined && isWide) drawTag(scene, [x + 190, y + 8, 65, 26], tag)
}

function drawRightBar(scene: Scene): void {
  scene.part('rightBar', [911, 61, 360, 730], ({ background, text: fill, border }) => [
    rect([911, 61, 360, 730], background, 10),
    `<path d="M911.5 61v730" ${border}/>`,
    text('Details', 956, 88, fill, { weight: 600 }),
    icon('close', 1240, 76, 16, fill),
    ...details.map(([, value], index) => text(value, 928, 355 + 48 * index, fill, { weight: 600 })),
  ])
  scene.part('rightLabel', [928, 321, 327, 18], ({ text: fill }) =>
    details.map(([label], index) => text(label, 928, 335 + 48 * index, fill, { size: 12.25 })),
  )
  scene.part('rightPreview', [920, 110, 343, 195], ({ background }) => [
    rect([920, 110, 343, 195], background, 5),
  ])
  scene.part('fileIcon', [1056, 172, 70, 70], ({ icon: fill }) => [icon('file', 1056, 172, 70, fill)])
  scene.part('input', [928, 483, 327, 40], ({ background, border, text: fill }) => [
    rect([928, 483, 327, 40], background, 3.5),
    outline([928, 483, 327, 40], border, 3.5),
    text('Add tags', 938, 508, fill),
  ])
  panels.forEach(([label, symbol, region], index) => {
    const y = 540 + 52 * index
    scene.part(region, [920, y, 343, 48], ({ background, text: fill, icon: iconFill }) => [
      rect([920, y, 343, 48], background, 3.5),
      icon(symbol, 932, y + 14, 20, iconFill),
      text(label, 964, y + 29, fill),
    ])
  })
}

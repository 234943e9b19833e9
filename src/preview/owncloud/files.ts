import type { Target } from '../../targets/target.js'
import { isOfOpenCloud } from '../client-pages.js'
import { drawButton } from '../controls.js'
import { details, drawCheckbox, drawTag, navItems, panels, type Row, rows, titleOf } from '../listing.js'
import type { Scene } from '../scene.js'
import { icon, line, outline, rect, text } from '../shapes.js'
import { drawFrame } from './frame.js'

/** The main page, with a file selected and its details open; at 390 pixels without the bars at the sides. */
export function drawFiles(scene: Scene, target: Target | undefined): void {
  drawFrame(scene)
  const isWide = scene.width > 700
  if (isWide) drawSideBar(scene, target)
  drawAppBar(scene, isWide)
  drawTable(scene, isWide)
  if (isWide) drawRightBar(scene)
}

function drawSideBar(scene: Scene, target: Target | undefined): void {
  scene.part('sideBar', [8, 52, 230, 740], ({ background, icon: fill }) => [
    `<path d="M23 52H238V792H23a15 15 0 0 1-15-15V67a15 15 0 0 1 15-15z" ${background}/>`,
    `<path d="M238 52v740" stroke="#000" stroke-opacity=".12"/>`,
    icon('side', 206, 70, 18, fill),
  ])
  navItems.forEach(([label, symbol, region], index) => {
    const y = 117 + 42 * index
    scene.part(region, [20, y, 206, 38], ({ background, text: fill, icon: iconFill }) => [
      rect([20, y, 206, 38], background, 5),
      icon(symbol, 28, y + 8, 22, iconFill),
      text(label, 66, y + 24, fill),
    ])
  })
  const versions = isOfOpenCloud(target) ? ['OpenCloud'] : ['ownCloud Infinite Scale', 'ownCloud Web UI']
  scene.part('versions', [20, 750, 206, 30], ({ text: fill }) =>
    versions.map((version, index) => text(version, 24, 762 + 15 * index, fill, { size: 11.2 })),
  )
}

function drawAppBar(scene: Scene, isWide: boolean): void {
  if (isWide) {
    scene.part('breadcrumb', [254, 74, 200, 22], ({ text: fill }) => [
      text('Personal', 254, 91, fill),
      icon('down', 318, 81, 9, fill),
      text('Reports', 334, 91, fill),
    ])
  } else {
    scene.part(
      'passiveButton',
      [24, 75, 88, 22],
      ({ text: fill, icon: iconFill }) => [
        icon('folder', 24, 77, 18, iconFill),
        text('Personal', 46, 91, fill),
      ],
      { title: 'Menu of the pages on small screens' },
    )
  }
  if (isWide) {
    scene.part('viewSwitch', [658, 71, 113, 29], ({ background, border, icon: on, text: off }) => [
      rect([658, 71, 38, 29], background, 5),
      outline([658, 71, 113, 29], border, 5),
      icon('list', 668, 76, 18, on),
      icon('menu', 706, 76, 18, off),
      icon('tiles', 744, 76, 18, off),
    ])
  }
  const gear = isWide ? 785 : 337
  scene.part('viewOptions', [gear - 5, 68, 36, 36], ({ icon: fill }) => [
    icon('gear', gear + 2, 75, 22, fill),
  ])
  if (isWide) {
    drawButton(scene, 'primaryButton', [254, 119, 82, 36], 'New', { symbol: 'plus' })
    drawButton(scene, 'passiveButton', [344, 119, 100, 36], 'Upload', { symbol: 'upload' })
    drawButton(scene, 'primaryButtonHover', [460, 119, 110, 36], 'Hovered')
    drawButton(scene, 'passiveButtonHover', [578, 119, 110, 36], 'Hovered')
  } else {
    drawButton(scene, 'primaryButton', [24, 119, 44, 36], '', { symbol: 'plus' })
    drawButton(scene, 'passiveButton', [76, 119, 44, 36], '', { symbol: 'upload' })
  }
}

function drawTable(scene: Scene, isWide: boolean): void {
  const [x, w] = isWide ? [238, 593] : [8, 374]
  scene.part('tableHead', [x, 166, w, 42], ({ background, text: fill, border }) => [
    rect([x, 166, w, 42], background),
    line(x, 207, w, border),
    text('Name', x + 60, 192, fill),
    ...(isWide ? [text('Size', x + 400, 192, fill), text('Modified', x + 475, 192, fill)] : []),
  ])
  rows.forEach((row, index) => {
    drawRow(scene, row, [x, 208 + 42 * index, w], isWide)
  })
  const y = 208 + 42 * rows.length
  scene.part('listFoot', [x, y, w, 42], ({ text: fill, border }) => [
    line(x, y, w, border),
    text('6 items in total (4 files, 2 folders)', x + w / 2, y + 27, fill, {
      anchor: 'middle',
      width: w - 20,
    }),
  ])
}

function drawRow(
  scene: Scene,
  row: Row,
  [x, y, w]: readonly [number, number, number],
  isWide: boolean,
): void {
  const { name, size, date, kind, symbol, state = '', isShared, tag } = row
  scene.part(
    `row${state}`,
    [x, y, w, 42],
    ({ background, text: fill, border, icon: iconFill }) => [
      rect([x, y, w, 42], background),
      line(x, y, w, border),
      text(name, x + 101, y + 26, fill, { width: isWide ? 280 : 200 }),
      ...(isShared ? [icon('people', x + (isWide ? 320 : 240), y + 13, 16, iconFill)] : []),
      ...(isWide
        ? [text(size, x + 400, y + 26, fill), text(date, x + 475, y + 26, fill, { width: 90 })]
        : []),
      icon('dots', x + w - (isWide ? 32 : 38), y + 10, 22, iconFill),
    ],
    { title: titleOf(row) },
  )
  drawCheckbox(scene, row, x + 20, y + 11, 21)
  scene.part(kind, [x + 60, y + 5, 33, 33], ({ icon: fill }) => [icon(symbol, x + 60, y + 5, 33, fill)])
  if (tag !== undefined && isWide) drawTag(scene, [x + 190, y + 9, 65, 25], tag)
}

function drawRightBar(scene: Scene): void {
  scene.part('rightBar', [831, 52, 441, 740], ({ background, text: fill, border }) => [
    `<path d="M831 52H1257a15 15 0 0 1 15 15V777a15 15 0 0 1-15 15H831z" ${background}/>`,
    `<path d="M831.5 52v740" ${border}/>`,
    text('Details', 840, 78, fill, { size: 16, weight: 700 }),
    icon('close', 1244, 64, 18, fill),
    ...details.flatMap(([label, value], index) => [
      text(label, 842, 387 + 26 * index, fill, { weight: 600 }),
      text(value, 983, 387 + 26 * index, fill),
    ]),
  ])
  scene.part('rightPreview', [840, 124, 424, 230], ({ background }) => [
    rect([840, 124, 424, 230], background),
  ])
  scene.part('iconPdf', [1012, 199, 80, 80], ({ icon: fill }) => [icon('file', 1012, 199, 80, fill)])
  scene.part('link', [983, 452, 110, 22], ({ text: fill }) => [text('Show in folder', 983, 467, fill)])
  panels.forEach(([label, symbol, region], index) => {
    const y = 495 + 58 * index
    scene.part(region, [840, y, 424, 50], ({ background, text: fill, border, icon: iconFill }) => [
      rect([840, y, 424, 50], background, 5),
      outline([840, y, 424, 50], border, 5),
      icon(symbol, 856, y + 14, 22, iconFill),
      text(label, 890, y + 30, fill),
    ])
  })
  scene.part('input', [840, 630, 424, 32], ({ background, border, text: fill }) => [
    rect([840, 630, 424, 32], background, 5),
    outline([840, 630, 424, 32], border, 5),
    text('Add people', 850, 651, fill),
    icon('down', 1244, 641, 10, fill),
  ])
}

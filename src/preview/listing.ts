import type { IconName } from './icons.js'
import type { Scene } from './scene.js'
import { type Box, icon, outline, rect, text } from './shapes.js'

/** A row of the file list. */
export interface Row {
  readonly name: string
  readonly size: string
  readonly date: string
  /** The region of its icon, in clients with a colour for each kind of file. */
  readonly kind: string
  readonly symbol: IconName
  readonly state?: 'Hover' | 'Selected'
  readonly isShared?: boolean
  readonly tag?: string
}

/** The files in the drawings of every product. */
export const rows: readonly Row[] = [
  { name: 'Projects', size: '1.2 GB', date: '2 days ago', kind: 'iconFolder', symbol: 'folder' },
  {
    name: 'Shared plans',
    size: '48 MB',
    date: '3 days ago',
    kind: 'iconFolder',
    symbol: 'folder',
    isShared: true,
  },
  {
    name: 'Budget.xlsx',
    size: '96 kB',
    date: '4 days ago',
    kind: 'iconSpreadsheet',
    symbol: 'file',
    state: 'Hover',
  },
  {
    name: 'Contract.pdf',
    size: '1.1 MB',
    date: '5 days ago',
    kind: 'iconPdf',
    symbol: 'file',
    state: 'Selected',
  },
  { name: 'Harbour.jpg', size: '3.4 MB', date: 'last week', kind: 'iconImage', symbol: 'file' },
  { name: 'Notes.md', size: '2 kB', date: 'last week', kind: 'iconMarkdown', symbol: 'file', tag: 'meeting' },
]

/** The items of the side bar, with their regions. */
export const navItems: readonly (readonly [label: string, symbol: IconName, region: string])[] = [
  ['Personal', 'folder', 'navItemActive'],
  ['Shares', 'people', 'navItemHover'],
  ['Spaces', 'tiles', 'navItem'],
  ['Deleted files', 'trash', 'navItem'],
]

/** The details of the selected file. */
export const details: readonly (readonly [label: string, value: string])[] = [
  ['Last modified', '5 days ago'],
  ['Owner', 'Ada Mills'],
  ['Size', '1.1 MB'],
]

/** The panels of the right side bar, with their regions. */
export const panels: readonly (readonly [label: string, symbol: IconName, region: string])[] = [
  ['Shares', 'people', 'panelLink'],
  ['Versions', 'list', 'panelLinkHover'],
]

const titles = { Hover: 'Hovered row', Selected: 'Selected row', '': 'Row' } as const

/** The title of a row. */
export const titleOf = ({ name, state, isShared }: Row): string =>
  `${titles[state ?? '']}: ${isShared ? 'a share, ' : ''}${name}`

/** The checkbox of a row. */
export function drawCheckbox(scene: Scene, { state }: Row, x: number, y: number, size: number): void {
  const isChecked = state === 'Selected'
  const box: Box = [x, y, size, size]
  scene.part(isChecked ? 'checkboxChecked' : 'checkbox', box, ({ background, border, icon: fill }) => [
    rect(box, background, 5),
    outline(box, border, 5, 2),
    ...(isChecked ? [icon('check', x + 3, y + 3, size - 6, fill)] : []),
  ])
}

/** The tag of a file. */
export function drawTag(scene: Scene, box: Box, label: string): void {
  const [x, y, w, h] = box
  scene.part('tag', box, ({ background, text: fill, border }) => [
    rect(box, background, h / 2),
    outline(box, border, h / 2),
    text(label, x + w / 2, y + h / 2 + 4, fill, { size: 10.5, anchor: 'middle' }),
  ])
}

/**
 * A colour of a region: a token; tokens of which each stands in where the one before is not set; or a fixed colour,
 * which starts with `#`.
 */
export type Paint = string | readonly string[]

/** What a client paints a region of its pages with. */
export interface PaintedRegion {
  /** What it is, for people. */
  readonly title: string
  readonly ground?: Paint
  /** The right end, where the ground is a gradient. */
  readonly groundTo?: Paint
  readonly text?: Paint
  readonly icon?: Paint
  readonly border?: Paint
  /** The regions below, from top to bottom, that show where the ground is none or transparent. */
  readonly on?: readonly string[]
  /** Read in the sources, and not seen on a page. */
  readonly isUnseen?: true
}

/** The regions of a client's pages. */
export type PaintedRegions = Readonly<Record<string, PaintedRegion>>

const gradient = { ground: 'swatch-primary-muted', groundTo: 'swatch-primary-gradient' }
const sideBar: Paint = ['background-sidebar', 'background-default']
const onSideBar = ['sideBar', 'box']
const onBox = ['box']
const passive = 'swatch-passive-default'

/** Measured in ownCloud Web 12.5.0; names of `colorPalette`. */
export const regionsOfOwnCloud = {
  window: { title: 'Window and top bar', ground: 'swatch-brand-default' },
  topBarIcons: { title: 'Icons in the top bar', icon: 'swatch-brand-contrast', on: ['window'] },
  badge: { title: 'Number of notifications', ground: '#f93636', text: '#ffffff' },
  avatar: { title: 'Picture of the user', ground: '#795548', text: '#ffffff' },
  search: {
    title: 'Search field',
    ground: ['search-input-bg', 'input-bg'],
    border: ['search-input-border', 'input-border'],
    text: ['search-input-text-muted', 'input-text-muted'],
    icon: ['search-input-text-default', 'text-muted'],
    on: ['window'],
  },
  box: { title: 'Content', ground: 'background-default', text: 'text-default' },
  sideBar: { title: 'Side bar', ground: sideBar, text: 'text-muted', icon: passive, on: onBox },
  navItem: { title: 'Item of the side bar', text: passive, icon: passive, on: onSideBar },
  navItemActive: {
    title: 'Active item of the side bar',
    ...gradient,
    text: 'swatch-primary-contrast',
    icon: 'swatch-primary-contrast',
    on: onSideBar,
  },
  navItemHover: {
    title: 'Hovered item of the side bar',
    ground: 'swatch-primary-hover',
    text: 'swatch-primary-contrast',
    icon: 'swatch-primary-contrast',
    on: onSideBar,
  },
  versions: { title: 'Versions', text: 'text-muted', on: onSideBar },
  breadcrumb: { title: 'Breadcrumb', text: 'text-default', on: onBox },
  viewSwitch: {
    title: 'Switch of the view',
    ...gradient,
    border: 'swatch-primary-default',
    icon: 'swatch-primary-contrast',
    text: 'swatch-primary-default',
    on: onBox,
  },
  viewOptions: { title: 'View options', icon: 'swatch-primary-default', on: onBox },
  primaryButton: {
    title: 'Primary button',
    ...gradient,
    text: 'swatch-primary-contrast',
    icon: 'swatch-primary-contrast',
    on: onBox,
  },
  primaryButtonHover: {
    title: 'Hovered primary button',
    ground: 'swatch-primary-muted-hover',
    groundTo: 'swatch-primary-gradient-hover',
    text: 'swatch-primary-contrast',
    on: onBox,
  },
  passiveButton: { title: 'Passive button', border: passive, text: passive, icon: passive, on: onBox },
  passiveButtonHover: {
    title: 'Hovered passive button',
    ground: 'swatch-passive-hover-outline',
    border: passive,
    text: 'swatch-passive-contrast',
    icon: 'swatch-passive-contrast',
    on: onBox,
  },
  tableHead: {
    title: 'Head of the file list',
    ground: 'background-default',
    text: passive,
    border: 'border',
  },
  row: { title: 'Row', text: 'text-default', border: 'border', icon: passive, on: onBox },
  rowHover: {
    title: 'Hovered row',
    ground: 'background-hover',
    text: 'text-default',
    border: 'border',
    icon: 'swatch-passive-hover',
    on: onBox,
  },
  rowSelected: {
    title: 'Selected row',
    ground: 'background-highlight',
    text: 'text-default',
    border: 'border',
    icon: passive,
    on: onBox,
  },
  checkbox: { title: 'Checkbox', border: 'input-border', on: onBox },
  checkboxChecked: { title: 'Checked checkbox', ground: '#ffffff', icon: '#000000', border: 'input-border' },
  iconFolder: { title: 'Icon of a folder', icon: 'icon-folder', on: onBox },
  iconPdf: { title: 'Icon of a PDF file', icon: 'icon-pdf', on: onBox },
  iconImage: { title: 'Icon of an image', icon: 'icon-image', on: onBox },
  iconSpreadsheet: { title: 'Icon of a spreadsheet', icon: 'icon-spreadsheet', on: onBox },
  iconMarkdown: { title: 'Icon of a Markdown file', icon: ['icon-markdown', 'text-default'], on: onBox },
  tag: { title: 'Tag', ground: 'background-default', text: 'text-muted', border: 'text-muted', on: onBox },
  listFoot: { title: 'Foot of the file list', text: 'text-muted', border: 'border', on: onBox },
  rightBar: { title: 'Right side bar', ground: sideBar, text: 'text-default', border: 'border', on: onBox },
  rightPreview: { title: 'Preview in the right side bar', ground: 'background-highlight' },
  panelLink: {
    title: 'Panel of the right side bar',
    text: 'text-default',
    border: 'border',
    icon: passive,
    on: onSideBar,
  },
  panelLinkHover: {
    title: 'Hovered panel of the right side bar',
    ground: 'background-muted',
    text: 'text-default',
    border: 'border',
    icon: 'swatch-passive-hover',
    on: onSideBar,
  },
  link: { title: 'Link', text: 'swatch-primary-default', on: onSideBar },
  input: {
    title: 'Input',
    ground: 'background-highlight',
    border: 'input-border',
    text: 'input-text-default',
    on: onBox,
  },
  inputError: {
    title: 'Input with an error',
    ground: 'background-highlight',
    border: 'swatch-danger-default',
    text: 'swatch-danger-default',
    on: onBox,
  },
  menu: { title: 'Menu', ground: 'background-secondary', text: 'text-default', border: 'border' },
  menuItem: { title: 'Item of a menu', text: passive, icon: passive, on: ['menu'] },
  menuItemHover: {
    title: 'Hovered item of a menu',
    ground: 'background-hover',
    text: passive,
    icon: 'swatch-passive-hover',
    on: ['menu'],
  },
  menuItemCurrent: {
    title: 'Current app in the app menu',
    ...gradient,
    text: 'swatch-primary-contrast',
    icon: 'swatch-primary-contrast',
    on: ['menu'],
  },
  menuFoot: {
    title: 'Links in the account menu',
    ground: 'background-hover',
    text: 'text-default',
    on: ['menu'],
  },
  quota: {
    title: 'Quota',
    ground: 'input-border',
    icon: 'swatch-primary-default',
    text: 'text-default',
    on: ['menu'],
  },
  dialog: { title: 'Dialog', ground: 'background-default', border: 'input-border', text: 'text-default' },
  message: { title: 'Message of success', ground: 'background-default', text: 'text-default', icon: passive },
  messageDanger: {
    title: 'Message of an error',
    ground: 'background-default',
    text: 'text-default',
    icon: 'swatch-danger-default',
  },
  messageWarning: {
    title: 'Message of a warning',
    ground: 'background-default',
    text: 'text-default',
    icon: 'swatch-warning-default',
    isUnseen: true,
  },
  progressSuccess: {
    title: 'Finished upload',
    icon: 'swatch-success-default',
    on: ['dialog'],
    isUnseen: true,
  },
  dangerButton: {
    title: 'Button in danger',
    ground: 'swatch-danger-default',
    text: 'swatch-danger-contrast',
    isUnseen: true,
  },
  appTopBar: {
    title: 'Top bar of an app',
    ground: 'components-apptopbar-background',
    border: 'components-apptopbar-border',
    text: 'swatch-inverse-default',
    icon: 'swatch-brand-contrast',
    on: ['window'],
  },
  banner: { title: 'App banner', ground: '#f3f3f3', text: '#222222', isUnseen: true },
  plainPage: { title: 'Ground of the plain pages', ground: '#0b294f' },
  card: { title: 'Card', ground: 'background-highlight', text: 'text-default' },
  cardLink: { title: 'Link in a card', text: passive, on: ['card'] },
  cardTitle: { title: 'Title of a card', text: 'text-default', border: 'input-border', on: ['card'] },
} as const satisfies PaintedRegions

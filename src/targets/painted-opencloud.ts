import type { PaintedRegion, PaintedRegions } from './painted-regions.js'

const highest = 'surfaceContainerHighest'
const onSurface = ['surface']
const secondary = 'secondary'

/** Measured in OpenCloud Web 7.3.0; names of `roles`. */
export const regionsOfOpenCloud = /* @__PURE__ */ (() =>
  ({
    window: { title: 'Window and top bar', background: 'chrome' },
    topBarIcons: {
      title: 'Icons in the top bar',
      shows: 'Text on the role chrome',
      icon: 'onChrome',
      on: ['window'],
    },
    badge: { title: 'Number of notifications', background: '#e40014', text: '#ffffff' },
    avatar: { title: 'Picture of the user', background: 'onChrome', text: 'chrome' },
    search: {
      title: 'Search field',
      background: 'surface',
      border: 'outlineVariant',
      text: 'onSurfaceVariant',
      icon: secondary,
    },
    box: { title: 'Box around side bar and content', background: 'surfaceContainer', text: 'onSurface' },
    newButton: {
      title: 'Floating button',
      shows: 'Text of the floating button',
      background: secondary,
      backgroundTo: 'primary',
      text: 'onPrimary',
      icon: 'onPrimary',
    },
    navItem: {
      title: 'Item of the side bar',
      shows: 'Text of the side bar',
      text: 'onSurfaceVariant',
      icon: 'onSurface',
      on: ['box'],
    },
    navItemActive: {
      title: 'Active item of the side bar',
      background: 'surface',
      border: highest,
      text: 'onSurface',
      icon: 'onSurface',
    },
    navItemHover: {
      title: 'Hovered item of the side bar',
      shows: 'Text of hovered items of the side bar',
      background: highest,
      text: 'onSurface',
      icon: 'onSurface',
    },
    versions: { title: 'Version', text: 'onSurfaceVariant', on: ['box'] },
    surface: {
      title: 'Content',
      shows: 'Text on the role surface',
      background: 'surface',
      text: 'onSurface',
      border: highest,
    },
    breadcrumb: { title: 'Breadcrumb', text: 'onSurface', on: onSurface },
    viewOptions: { title: 'Switch of the view and its options', icon: secondary, on: onSurface },
    tableHead: { title: 'Head of the file list', background: 'surface', text: secondary, border: highest },
    row: { title: 'Row', text: 'onSurface', border: highest, icon: secondary, on: onSurface },
    rowHover: {
      title: 'Hovered row',
      shows: 'Text of hovered rows',
      background: 'surfaceContainer',
      text: 'onSurface',
      border: highest,
      icon: secondary,
    },
    rowSelected: {
      title: 'Selected row',
      shows: 'Text of selected rows',
      background: 'secondaryContainer',
      text: 'onSurface',
      border: highest,
      icon: secondary,
    },
    checkbox: { title: 'Checkbox', border: 'outline', on: onSurface },
    checkboxChecked: {
      title: 'Checked checkbox',
      background: 'primary',
      icon: 'onPrimary',
      border: 'primary',
    },
    fileIcon: { title: 'Icon of a file or folder', icon: '#4a76ac' },
    tag: { title: 'Tag', background: 'surface', text: secondary, border: secondary },
    sideTag: {
      title: 'Tag in the right side bar',
      shows: 'Text of tags in the side bar',
      background: 'surfaceContainer',
      text: secondary,
      border: secondary,
    },
    listFoot: { title: 'Foot of the file list', text: 'onSurfaceVariant', border: highest, on: onSurface },
    rightBar: { title: 'Right side bar', background: 'surface', text: 'onSurface', border: highest },
    rightLabel: {
      title: 'Labels of the right side bar',
      shows: 'Text of labels',
      text: 'onSurfaceVariant',
      on: onSurface,
    },
    rightPreview: { title: 'Preview in the right side bar', background: 'surfaceContainer' },
    panelLink: { title: 'Panel of the right side bar', text: 'onSurface', icon: 'onSurface', on: onSurface },
    panelLinkHover: {
      title: 'Hovered panel of the right side bar',
      background: 'surfaceContainer',
      text: 'onSurface',
      icon: 'onSurface',
    },
    input: { title: 'Input', background: 'surface', border: 'outlineVariant', text: 'onSurface' },
    inputFocus: { title: 'Focused input', background: 'surface', border: 'outline', text: 'onSurface' },
    inputError: {
      title: 'Input with an error',
      background: 'surface',
      border: 'error',
      text: 'onSurface',
      icon: 'error',
    },
    menu: { title: 'Menu', background: 'surface', text: 'onSurface', border: highest },
    inputMessage: {
      title: 'Message of an input with an error',
      shows: 'Text of errors',
      text: 'error',
      on: onSurface,
    },
    menuItem: {
      title: 'Item of a menu',
      shows: 'Text of menu items and links',
      text: secondary,
      icon: secondary,
      on: onSurface,
    },
    drawer: {
      title: 'Menu on a phone',
      shows: 'Text of menus on phones',
      background: 'surfaceContainerHigh',
      text: 'onSurface',
    },
    drawerItem: {
      title: 'Item of a menu on a phone',
      shows: 'Text of menu items on phones',
      background: 'surfaceContainerHigh',
      text: secondary,
      icon: secondary,
    },
    menuItemHover: {
      title: 'Hovered item of a menu',
      background: 'surfaceContainer',
      text: 'onSurface',
      icon: 'onSurface',
    },
    menuItemCurrent: {
      title: 'Current app in the app menu',
      shows: 'Text of the current app in the app menu',
      background: 'secondaryContainer',
      text: 'onSecondaryContainer',
      icon: secondary,
    },
    menuFoot: { title: 'Links in the account menu', background: 'surfaceContainer', text: 'onSurface' },
    quota: {
      title: 'Quota',
      background: 'surfaceContainer',
      icon: secondary,
      text: 'onSurface',
      on: onSurface,
    },
    dialog: { title: 'Dialog', background: 'surface', border: highest, text: 'onSurface', icon: secondary },
    filledButton: {
      title: 'Primary button',
      shows: 'Text on the role secondary',
      background: secondary,
      text: 'onSecondary',
      icon: 'onSecondary',
    },
    passiveButton: {
      title: 'Passive button',
      border: secondary,
      text: secondary,
      icon: secondary,
      on: onSurface,
    },
    switchOn: {
      title: 'Switch',
      background: 'secondaryContainer',
      icon: 'onSecondaryContainer',
      border: 'outline',
    },
    message: {
      title: 'Message of success',
      background: 'surface',
      text: 'onSurface',
      icon: secondary,
      border: highest,
    },
    messageDanger: {
      title: 'Message of an error, which looks as that of success',
      background: 'surface',
      text: 'onSurface',
      icon: secondary,
      border: highest,
    },
    tooltip: {
      title: 'Tooltip',
      shows: 'Text of tooltips',
      background: 'inverseSurface',
      text: 'inverseOnSurface',
    },
    plainPage: { title: 'Background of the plain pages', background: 'chrome' },
    card: { title: 'Card', background: 'surface', text: 'onSurface' },
    cardLink: { title: 'Link in a card', text: secondary, on: ['card'] },
    logInAgain: {
      title: 'Button of the plain pages',
      background: 'primary',
      text: 'onPrimary',
    },
  }) as const satisfies PaintedRegions)()

type Changed = Partial<Record<keyof typeof regionsOfOpenCloud, PaintedRegion>>

/** What is known of OpenCloud Web 3.3, by its source: other borders. */
export const regionsOfOpenCloud2: Changed = /* @__PURE__ */ (() => {
  const { tableHead, row, rowHover, rowSelected, listFoot, input, dialog, tooltip } = regionsOfOpenCloud
  const border = 'outlineVariant'
  return {
    tableHead: { ...tableHead, border },
    row: { ...row, border },
    rowHover: { ...rowHover, border },
    rowSelected: { ...rowSelected, border },
    listFoot: { ...listFoot, border },
    input: { ...input, border: 'outline' },
    dialog: { ...dialog, border: 'outline' },
    // It reads no roles for them: the colours of ownCloud Web, which it was made from.
    tooltip: { title: tooltip.title, background: '#333333', text: '#ffffff', isUnseen: true },
  }
})()

/** What is known of OpenCloud Web 6.2, by its source: the same as in 7.3. */
export const regionsOfOpenCloud4: Changed = /* @__PURE__ */ (() => {
  const { navItemActive, row, rowHover, rowSelected, menu } = regionsOfOpenCloud
  return { navItemActive, row, rowHover, rowSelected, menu }
})()

import { regionsOfOwnCloud } from './painted-owncloud.js'
import type { PaintedRegion } from './painted-regions.js'

const primary = 'swatch-primary-default'
const onChrome = 'swatch-inverse-default'
const passive = 'swatch-passive-default'
const field = 'background-default'

/** Without the gradient of ownCloud Web, whose tokens OpenCloud Web 1.0 doesn't read. */
function filled({ backgroundTo: _, ...region }: PaintedRegion): PaintedRegion {
  return { ...region, background: primary }
}

/**
 * What differs in OpenCloud Web 1.0, a fork of ownCloud Web: the window and the side bar, and what its style sheet says.
 * The regions that are marked have no gradient there, but their colours are not known.
 */
export const regionsOfOpenCloud1: Partial<Record<keyof typeof regionsOfOwnCloud, PaintedRegion>> =
  /* @__PURE__ */ (() => {
    const of = regionsOfOwnCloud
    const { border: _, ...dialog } = of.dialog
    return {
      window: { ...of.window, background: 'background-chrome' },
      topBarIcons: { ...of.topBarIcons, icon: onChrome },
      appTopBar: { ...of.appTopBar, icon: onChrome, isUnseen: true },
      sideBar: { ...of.sideBar, background: 'background-sidebar' },
      navItemActive: { ...filled(of.navItemActive), isUnseen: true },
      viewSwitch: { ...filled(of.viewSwitch), border: passive, isUnseen: true },
      chosenFilter: { ...of.chosenFilter, background: passive },
      primaryButton: filled(of.primaryButton),
      primaryButtonHover: { ...filled(of.primaryButtonHover), background: 'swatch-primary-hover' },
      passiveButton: of.passiveButton,
      passiveButtonHover: { ...of.passiveButtonHover, text: passive, icon: passive },
      tableHead: of.tableHead,
      row: of.row,
      rowHover: { ...of.rowHover, text: 'swatch-brand-contrast' },
      rowSelected: of.rowSelected,
      checkbox: of.checkbox,
      tag: of.tag,
      listFoot: of.listFoot,
      input: { ...of.input, background: field },
      inputError: { ...of.inputError, background: field },
      menuItemCurrent: { ...filled(of.menuItemCurrent), isUnseen: true },
      quota: { ...of.quota, background: 'background-highlight' },
      dialog,
      plainPage: { ...of.plainPage, background: 'background-chrome', isUnseen: true },
      card: of.card,
      cardTitle: of.cardTitle,
    }
  })()

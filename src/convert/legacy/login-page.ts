import { type JsonObject, own } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import { isForFirstNamedClients } from '../../formats/named-clients.js'
import { shippedBackground } from '../../targets/shipped.js'
import { keysAt, report, themePath } from '../work.js'
import { type Draft, type DraftTheme, moved, type Step } from './draft.js'
import { type Group, groupOf, inheritFromFirst, readUnknownKeys, writeRequiredGroup } from './groups.js'
import { imageSlot, isGone } from './images.js'
import type { OldGeneration } from './source.js'

const readKeys: ReadonlySet<string> = new Set(['backgroundImg', 'autoRedirect'])

/** The login page: its background, and for targets that know it whether it is skipped. */
export const convertLoginPage: Step = (draft) => {
  const keys = keysAt(draft.target, [...themePath, 'loginPage'])
  const groups = draft.themes.map((theme) => readLoginPage(draft, theme, keys))
  inheritFromFirst(groups, 'backgroundImg')
  groups.forEach((group, index) => {
    if (group.has('backgroundImg')) return
    const theme = draft.themes[index] as DraftTheme
    group.set('backgroundImg', {
      value: shippedBackground,
      from: null,
      action: 'fallback',
      reason: 'the file has none: the shipped one',
    })
    report(
      draft,
      'fallback-used',
      `${theme.source.pointer}/loginPage`,
      `The theme ${JSON.stringify(theme.output['name'])} has no loginPage.backgroundImg, which ${draft.target.title} requires. ${JSON.stringify(shippedBackground)} stands in; put your own there if that is not what you want.`,
    )
  })
  writeRequiredGroup(draft, 'loginPage', groups, new Set(Object.keys(keys)))
}

function readLoginPage(draft: Draft, theme: DraftTheme, keys: object): Group {
  const group: Group = new Map()
  const page = groupOf(theme.source.value, 'loginPage')
  const pointer = `${theme.source.pointer}/loginPage`
  if (Object.hasOwn(keys, 'autoRedirect')) readAutoRedirect(draft, group, page, pointer)
  else if (page !== undefined) dropAutoRedirect(draft, page, pointer)
  if (page === undefined) return group
  const background = own(page, 'backgroundImg')
  if (typeof background === 'string') {
    const image = imageSlot(
      draft,
      background,
      `${pointer}/backgroundImg`,
      'the login page stands in clients.web',
    )
    if (isGone(image)) draft.ledger.add(`${pointer}/backgroundImg`, null, 'dropped', image.gone)
    else group.set('backgroundImg', image)
  }
  readUnknownKeys(draft, group, page, pointer, 'loginPage', (key) => readKeys.has(key))
  return group
}

function readAutoRedirect(draft: Draft, group: Group, page: JsonObject | undefined, pointer: string): void {
  const value = page && own(page, 'autoRedirect')
  if (value !== undefined) {
    group.set('autoRedirect', moved(value, `${pointer}/autoRedirect`, 'the login page stands in clients.web'))
    return
  }
  group.set('autoRedirect', {
    value: absenceMeant[draft.source.generation](draft),
    from: null,
    action: 'fallback',
    reason: 'what its absence meant to the client that the file was written for',
  })
}

/** A missing `autoRedirect` meant true up to Web 4.9, and false in Web 5.0 to 7.1. */
const absenceMeant: Record<OldGeneration, (draft: Draft) => boolean> = {
  flat: () => true,
  wrapped: () => false,
  named: ({ source }) => isForFirstNamedClients(source.themes.map(({ value }) => value)),
}

function dropAutoRedirect(draft: Draft, page: JsonObject, pointer: string): void {
  const gone = draft.target.gone.find(({ group, key }) => group === 'loginPage' && key === 'autoRedirect')
  const value = own(page, 'autoRedirect')
  if (value === undefined || gone === undefined) return
  draft.ledger.drop(value, child(pointer, 'autoRedirect'), gone.reason)
}

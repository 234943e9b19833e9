import { isLeaf, type Json, type JsonObject } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import { moved, type Step } from './draft.js'
import { type Group, groupOf, writeOptionalGroup } from './groups.js'
import { imageSlot, isGone } from './images.js'

/** The banner for mobile users, which drafts of Web 8 wrote into wrapped themes. */
export const convertAppBanner: Step = (draft) => {
  const groups = draft.themes.map(({ source }) => {
    const banner = groupOf(source.value, 'appBanner')
    // An empty banner is no banner, and is noted with the other empty groups.
    return banner === undefined || isLeaf(banner)
      ? undefined
      : readBanner(banner, `${source.pointer}/appBanner`)
  })
  writeOptionalGroup(draft, 'appBanner', groups)

  function readBanner(banner: JsonObject, pointer: string): Group | undefined {
    const group: Group = new Map()
    for (const key of Object.keys(banner)) {
      const value = banner[key] as Json
      const from = child(pointer, key)
      const image =
        key === 'icon' && typeof value === 'string' ? imageSlot(draft, value, from, reason) : undefined
      if (isGone(image)) draft.ledger.add(from, null, 'dropped', image.gone)
      else group.set(key, image ?? moved(value, from, reason))
    }
    return group.size === 0 ? undefined : group
  }
}

const reason = 'the banner stands in clients.web'

import { type Json, type JsonObject, own } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import { shippedLogo } from '../../targets/shipped.js'
import { report } from '../work.js'
import type { Draft, DraftTheme, Slot, Step } from './draft.js'
import { type Group, groupOf, inheritFromFirst, readUnknownKeys, writeRequiredGroup } from './groups.js'
import { imageSlot, isGone } from './images.js'

const slots = ['topbar', 'favicon', 'login'] as const
type LogoSlot = (typeof slots)[number]

const required: ReadonlySet<string> = new Set(slots)

/** Older names of a key, newest first: the first one that is there counts. */
const names: Readonly<Record<string, readonly string[]>> = {
  topbar: ['topbar', 'sidebar'],
  favicon: ['favicon'],
  login: ['login'],
  notFound: ['notFound'],
}
const readKeys: ReadonlySet<string> = new Set(Object.values(names).flat())

/** Images of the very first files; they may serve where no other logo is known. */
const ancientKeys: ReadonlyMap<string, LogoSlot | undefined> = new Map([
  ['mini', undefined],
  ['small', 'topbar'],
  ['big', 'login'],
  ['background', undefined],
])

/** The logos: `sidebar` becomes `topbar`, images move, and every slot that the target requires is filled. */
export const convertLogo: Step = (draft) => {
  const groups = draft.themes.map((theme) => readLogo(draft, theme))
  for (const key of slots) inheritFromFirst(groups, key)
  groups.forEach((group, index) => {
    fillIn(draft, group, draft.themes[index] as DraftTheme)
  })
  writeRequiredGroup(draft, 'logo', groups, required)
}

function readLogo(draft: Draft, theme: DraftTheme): Group {
  const group: Group = new Map()
  const logo = groupOf(theme.source.value, 'logo')
  if (logo === undefined) return group
  const pointer = `${theme.source.pointer}/logo`
  for (const [key, candidates] of Object.entries(names)) {
    const present = candidates.filter((name) => Object.hasOwn(logo, name))
    const [name, ...losers] = present
    if (name === undefined) continue
    readImage(draft, group, key, logo[name], child(pointer, name))
    for (const loser of losers) {
      draft.ledger.add(
        child(pointer, loser),
        null,
        'superseded',
        `"${name}" is the newer name of the same image`,
      )
    }
  }
  const isFlat = draft.source.generation === 'flat'
  if (isFlat) readAncient(draft, group, logo, pointer)
  readUnknownKeys(
    draft,
    group,
    logo,
    pointer,
    'logo',
    (key) => readKeys.has(key) || (isFlat && ancientKeys.has(key)),
  )
  return group
}

function readImage(draft: Draft, group: Group, key: string, value: Json | undefined, pointer: string): void {
  if (typeof value !== 'string') return
  const image = imageSlot(draft, value, pointer, 'logos stand in clients.web')
  if (isGone(image)) draft.ledger.add(pointer, null, 'dropped', image.gone)
  else group.set(key, image)
}

function readAncient(draft: Draft, group: Group, logo: JsonObject, pointer: string): void {
  for (const [name, slot] of ancientKeys) {
    const value = own(logo, name)
    if (value === undefined) continue
    const serves = slot !== undefined && !group.has(slot) && typeof value === 'string' && value !== ''
    if (serves) {
      readImage(draft, group, slot, value, child(pointer, name))
      const found = group.get(slot)
      if (found !== undefined) {
        group.set(slot, { ...found, action: 'fallback', reason: `no other logo is known: "${name}" serves` })
        report(
          draft,
          'fallback-used',
          child(pointer, name),
          `There is no logo.${slot}; logo.${name} took its place. Check that it looks right there.`,
        )
      }
    } else draft.ledger.drop(value, child(pointer, name), 'no client since 2019 has a place for this image')
  }
}

/** What the first theme lacks too: the root's logo, else the shipped image. */
function fillIn(draft: Draft, group: Group, theme: DraftTheme): void {
  const missing = slots.filter((slot) => !group.has(slot))
  if (missing.length === 0) return
  for (const slot of missing) {
    group.set(
      slot,
      rootLogo(draft, slot) ?? {
        value: shippedLogo[slot],
        from: null,
        action: 'fallback',
        reason: 'the file has none: the shipped one',
      },
    )
  }
  const images = missing.map((slot) => `${slot}: ${JSON.stringify(group.get(slot)?.value)}`).join(', ')
  report(
    draft,
    'fallback-used',
    `${theme.source.pointer}/logo`,
    `The theme ${JSON.stringify(theme.output['name'])} lacks logos that ${draft.target.title} requires. These stand in: ${images}. Put your own there if that is not what you want.`,
  )
}

function rootLogo(draft: Draft, slot: LogoSlot): Slot | undefined {
  if (slot === 'favicon') return undefined
  const root = draft.source.common?.value
  const value = root && own(root, 'logo')
  if (typeof value !== 'string' || value === '') return undefined
  const image = imageSlot(draft, value, '/common/logo', '')
  if (isGone(image)) return undefined
  return { ...image, action: 'fallback', reason: 'the theme has none: the logo in the root’s common' }
}

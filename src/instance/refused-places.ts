import { diagnostic } from '../findings/diagnostic.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { PlanFinding } from './plan.js'

/** Why this account can't carry out a step, in words that follow the place. */
export interface Refusal {
  readonly code: 'folder-read-only' | 'file-not-changeable'
  readonly why: string
  /** What to do, as a sentence. */
  readonly cure: string
}

/** @param reason why, as a sentence in lower case, with what to do */
export const readOnlyFolder = (reason: string): Refusal => ({
  code: 'folder-read-only',
  why: "can't be written here",
  cure: `${reason.charAt(0).toUpperCase()}${reason.slice(1)} Or make these changes where its files come from (the image, the volume, the host).`,
})

export const ofOtherAccount = (owner: bigint | number): Refusal => ({
  code: 'file-not-changeable',
  why: `belongs to another account (${owner})`,
  cure: 'Run this as that account or as root, so that the server can still read its files.',
})

export const ofOtherGroup = (group: bigint | number, own: number): Refusal => ({
  code: 'file-not-changeable',
  why: `has the group ${group}, which this account can't give to a new file`,
  cure: `Run this as root, or give it a group of this account first (chgrp ${own}).`,
})

export const notAFile: Refusal = {
  code: 'file-not-changeable',
  why: 'is a folder, pipe, socket or device, where the plan has a file',
  cure: 'Move it elsewhere.',
}

/** Whether applying the plan would stop before it changes anything. */
export const isRefused = (findings: readonly PlanFinding[]): boolean =>
  findings.some(({ code }) => code === 'folder-read-only' || code === 'file-not-changeable')

/** A place that can't be changed, and a file of the plan that needs it. */
export interface RefusedPlace {
  readonly file: string
  /** The file or folder on this host. */
  readonly place: string
  readonly refusal: Refusal
}

/** Findings about places that can't be changed, one for each reason. */
export function refusalFindings(refused: readonly RefusedPlace[]): PlanFinding[] {
  const groups = new Map<string, RefusedPlace[]>()
  for (const each of refused) getOrInsert(groups, JSON.stringify(each.refusal), () => []).push(each)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { file, place, refusal } = first
    const others = new Set(group.map((each) => each.place)).size - 1
    const more = others === 0 ? '' : ` (and ${others} more)`
    const message = `${place}${more} ${refusal.why}, so the plan can't be applied. ${refusal.cure}`
    return [{ file, ...diagnostic(refusal.code, '', message) }]
  })
}

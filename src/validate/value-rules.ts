import type { RuleCode } from '../findings/catalogue.js'
import type { ValueKind } from '../generated/places.js'
import { valueRules } from '../generated/rule-index.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { child, type Pointer } from '../json/pointer.js'
import type { Target } from '../targets/target.js'
import type { Circumstances, Report, Subject, ValueRule } from './rule.js'
import { TextCache } from './text-cache.js'
import { isOfOtherGroup } from './token-places.js'
import { visitValues } from './visit.js'

interface Kind {
  readonly rules: readonly ValueRule[]
  /** Strings that passed all rules: most strings of a theme occur in several layers and files. */
  readonly fine: TextCache
}

/** The kinds by target, server and whether the assets are known, because their rules differ. */
const allKinds = new Map<string, Map<ValueKind, Kind>>()

function kindsFor({ target, isBehindServer, assets }: Circumstances): Map<ValueKind, Kind> {
  const key = `${target.id} ${isBehindServer} ${assets === undefined}`
  const kinds = allKinds.get(key) ?? new Map<ValueKind, Kind>()
  allKinds.set(key, kinds)
  return kinds
}

function kindFor(name: ValueKind, kinds: Map<ValueKind, Kind>, circumstances: Circumstances): Kind {
  return getOrInsert(kinds, name, () => ({ rules: rulesFor(name, circumstances), fine: new TextCache() }))
}

/** The rules for strings of one kind that apply to a client and server. */
function rulesFor(kind: ValueKind, circumstances: Circumstances): readonly ValueRule[] {
  return valueRules.filter(
    (rule) => rule.kinds.includes(kind) && (rule.concerns === undefined || rule.concerns(circumstances)),
  )
}

/** Whether a token is in a group that doesn't read it, which is a finding of its own. */
function isMisplaced(parent: Pointer, key: string, target: Target): boolean {
  return isOfOtherGroup(key, parent.slice(parent.lastIndexOf('/') + 1), target)
}

/** Checks every string of a known kind; it gets the finding of the first rule that is on and that it violates. */
export function checkValues(subject: Subject, isOff: (code: RuleCode) => boolean, report: Report): void {
  const { document, target } = subject
  const kinds = kindsFor(subject)
  visitValues(document, target, (text, name, parent, key) => {
    if (text === '') return
    const kind = kindFor(name, kinds, subject)
    if (kind.fine.has(text)) return
    let isFine = true
    for (const rule of kind.rules) {
      const message = rule.check(text, name, target)
      if (message === undefined) continue
      isFine = false
      if (isOff(rule.code)) continue
      if (rule.isOfItsGroup === true && isMisplaced(parent, key, target)) break
      report(rule.code, child(parent, key), message)
      break
    }
    if (isFine) kind.fine.add(text)
  })
}

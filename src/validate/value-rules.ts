import type { DiagnosticCode } from '../findings/catalogue.js'
import type { ValueKind } from '../generated/places.js'
import { valueRules } from '../generated/rule-index.js'
import { child, type Pointer } from '../json/pointer.js'
import type { Target } from '../targets/target.js'
import { FewTexts } from './few-texts.js'
import type { Circumstances, Report, Subject, ValueRule } from './rule.js'
import { isOfOtherGroup } from './token-places.js'
import { visitValues } from './visit.js'

interface Kind {
  readonly rules: readonly ValueRule[]
  /** Texts that no rule objects to. Most texts of a theme come again and again, in its layers and in other files. */
  readonly fine: FewTexts
}

/** By target and server, because their rules differ. */
const allKinds = new Map<string, Map<ValueKind, Kind>>()

function kindsFor({ target, isBehindServer }: Circumstances): Map<ValueKind, Kind> {
  const key = `${target.id} ${isBehindServer}`
  const kinds = allKinds.get(key) ?? new Map<ValueKind, Kind>()
  allKinds.set(key, kinds)
  return kinds
}

function kindFor(name: ValueKind, kinds: Map<ValueKind, Kind>, circumstances: Circumstances): Kind {
  let kind = kinds.get(name)
  if (kind === undefined) {
    kind = { rules: rulesFor(name, circumstances), fine: new FewTexts() }
    kinds.set(name, kind)
  }
  return kind
}

/** The rules for texts of one kind, as far as they concern who reads and serves them. */
function rulesFor(kind: ValueKind, circumstances: Circumstances): readonly ValueRule[] {
  return valueRules.filter(
    (rule) => rule.kinds.includes(kind) && (rule.concerns === undefined || rule.concerns(circumstances)),
  )
}

/** Whether a token is in a group that doesn't read it, which is a finding of its own. */
function isMisplaced(parent: Pointer, key: string, target: Target): boolean {
  return isOfOtherGroup(key, parent.slice(parent.lastIndexOf('/') + 1), target)
}

/** Checks every text whose use is known; a text gets the finding of the first rule that is on and objects. */
export function checkValues(
  subject: Subject,
  isOff: (code: DiagnosticCode) => boolean,
  report: Report,
): void {
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

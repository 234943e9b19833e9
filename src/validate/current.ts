import type { FindingCollection } from '../findings/collection.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { openCloudReasons, ownCloudReasons } from '../formats/families.js'
import type { GenerationDetection } from '../formats/generations.js'
import { keysOf } from '../formats/known-keys.js'
import { schemaDiagnostics } from '../formats/schema-findings.js'
import type { TargetId } from '../generated/target-facts.js'
import type { Structure } from '../json/structure.js'
import { hasOwn, type JsonObject } from '../json/value.js'
import { mergeDocuments } from '../resolve/server.js'
import { familyReading } from '../targets/products.js'
import type { Releases } from '../targets/releases.js'
import type { Family, Target } from '../targets/target.js'
import { MissingPlaces } from './missing.js'
import type { Call } from './options.js'
import type { Subject } from './rule.js'
import { runRules } from './rules.js'

/** A document to check. */
export interface Input {
  readonly document: JsonObject
  readonly structure: () => Structure
  /** The text of the document, if it was given. */
  readonly text: string | undefined
  readonly detection: GenerationDetection
  readonly target: Target<TargetId>
  readonly call: Call
  /** The branding file, if the document is the result of its merge with a theme. */
  readonly branding?: Subject['branding']
}

/** Checks a document of the current shape for its target. */
export function checkCurrent(input: Input, found: FindingCollection): void {
  const { document, target, call, detection } = input
  const reader = familyReading(detection.generation)
  if (reader !== undefined && reader !== target.family && !isOfAnyProduct(document)) {
    found.add(otherProduct(target, reader, call.releases))
    return
  }
  const supplied = call.served === 'ocis' ? target.serverValues : {}
  const missing = new MissingPlaces()
  found.addAll(
    schemaDiagnostics(target.check, document, supplied, (finding, place, what) => {
      missing.note(finding, { places: [place], what })
    }),
  )
  // Server values matter here only if the file lacks their whole group.
  const isAlone = Object.keys(supplied).every((group) => hasOwn(document, group))
  const reaching = isAlone ? document : (mergeDocuments(supplied, document) as JsonObject)
  const served = () => mergeDocuments(supplied, document) as JsonObject
  const passes = found.isEmpty
  const lacksCommon = passes && !isAlone && !target.check(reaching)
  const isAccepted = passes && !lacksCommon
  const known = { missing, keys: keysOf(target.places), reaching, served, lacksCommon, isAccepted }
  runRules(subjectOf(input, known), call.rules, found)
}

/** Whether a document has no keys that only one product reads. */
function isOfAnyProduct(document: JsonObject): boolean {
  return openCloudReasons(document).length === 0 && ownCloudReasons(document).length === 0
}

/** The facts for rules that are computed before they run. */
type Known = Pick<Subject, 'missing' | 'keys' | 'reaching' | 'served' | 'lacksCommon' | 'isAccepted'>

function subjectOf(
  { document, target, structure, text, detection, call, branding }: Input,
  known: Known,
): Subject {
  const { missing, keys, reaching, served, lacksCommon, isAccepted } = known
  const web = isAccepted ? ((document['clients'] as JsonObject)['web'] as JsonObject) : {}
  // The keys are listed, because spreading takes longer than all other work for a document without rules.
  return {
    document,
    reaching,
    served,
    target,
    releases: call.releases,
    keys,
    isAccepted,
    lacksCommon,
    missing,
    defaults: isAccepted ? (web['defaults'] as JsonObject) : {},
    themes: isAccepted ? (web['themes'] as unknown as JsonObject[]) : [],
    structure,
    text,
    isMixed: detection.generation === 'mixed',
    branding,
    assets: call.assets,
    isBehindServer: call.served === 'ocis',
  }
}

function otherProduct({ id, title }: Target, { product }: Family, { others = '' }: Releases): Diagnostic {
  return diagnostic(
    'other-product',
    '',
    `This is a theme for ${product}, which ${title} does not read. Convert it (theme-convert convert --target ${id} FILE; in the library: convert with "target"), or check it for a target of ${product}.${others && ` ${others}`}`,
  )
}

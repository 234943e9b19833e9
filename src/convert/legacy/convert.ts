import { isLeaf, isObject, type JsonObject, own, setOwn } from '../../document/json.js'
import type { Work } from '../work.js'
import { convertAppBanner } from './app-banner.js'
import { convertBrand } from './brand.js'
import { suggestContrast } from './contrast.js'
import { judgeDarkness } from './dark.js'
import { type Draft, newDraft, type Step } from './draft.js'
import { convertLoginPage } from './login-page.js'
import { convertLogo } from './logo.js'
import { nameThemes } from './names.js'
import { convertRest } from './rest.js'
import { type OldGeneration, readSource } from './source.js'
import { convertTokens } from './tokens.js'

/** The steps of the conversion, each about one concern. Later ones read the names that the first gives. */
const steps: readonly Step[] = [
  nameThemes,
  judgeDarkness,
  convertBrand,
  convertAppBanner,
  convertLogo,
  convertLoginPage,
  convertTokens,
  suggestContrast,
  convertRest,
]

/** Converts a document with old groups that its schema accepts. The result may still lack required values. */
export function convertLegacy(work: Work, document: JsonObject, generation: OldGeneration): JsonObject {
  const draft = newDraft(work, readSource(document, generation))
  for (const step of steps) step(draft)
  noteEmptyWeb(draft, document, generation)
  return assemble(draft)
}

function noteEmptyWeb(draft: Draft, document: JsonObject, generation: OldGeneration): void {
  const web = generation === 'wrapped' ? own(document, 'web') : undefined
  if (isObject(web) && isLeaf(web)) draft.ledger.add('/web', null, 'dropped', 'it is empty')
}

function assemble({ root, common, clients, defaults, themes }: Draft): JsonObject {
  setOwn(root, 'common', common)
  setOwn(root, 'clients', clients)
  clients['web'] = { defaults, themes: themes.map(({ output }) => output) }
  return root
}

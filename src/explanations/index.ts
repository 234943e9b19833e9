import type { DiagnosticCode } from '../diagnostics/catalogue.js'
import { conversion } from './conversion.js'
import type { Explanation } from './explanation.js'
import { images } from './images.js'
import { instances } from './instances.js'
import { pages } from './pages.js'
import { reading } from './reading.js'
import { shape } from './shape.js'
import { values } from './values.js'

/**
 * Each kind of finding with why it matters, since when, and an example of it. Apart from the catalogue, so that
 * those who only want findings don't load it.
 */
export const explanations: Readonly<Record<DiagnosticCode, Explanation>> = {
  ...reading,
  ...shape,
  ...pages,
  ...values,
  ...conversion,
  ...images,
  ...instances,
}

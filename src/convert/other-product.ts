import type { Json } from '../document/json.js'
import type { Pointer } from '../document/pointer.js'
import { report, type Work } from './work.js'

/** Leaves out a key that nobody knew and that would make the new file look like one of OpenCloud. */
export function dropOtherProducts(work: Work, value: Json, from: Pointer): void {
  work.ledger.drop(value, from, 'no client reads it, and it would make the theme look like one of OpenCloud')
  report(
    work,
    'value-dropped',
    from,
    `No client of that generation read ${from}, but with it the new file would look like a theme of OpenCloud. It was left out.`,
  )
}

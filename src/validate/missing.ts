import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Pointer } from '../document/pointer.js'

/** What a finding says is missing. */
export interface Missing {
  /** Where it could stand. */
  readonly places: readonly Pointer[]
  /** The message without its cure. */
  readonly what: string
}

/**
 * What is missing after the findings so far. Whatever explains it, such as a misspelt key, is said there and is no
 * finding of its own.
 */
export class MissingPlaces {
  private readonly noted: { finding: Diagnostic; missing: Missing }[] = []

  note(finding: Diagnostic, missing: Missing): void {
    this.noted.push({ finding, missing })
  }

  /** Whether something is missing at a place. */
  has(place: Pointer): boolean {
    return this.noted.some(({ missing }) => missing.places.includes(place))
  }

  /**
   * Says why something is missing. The finding stays at what lacks it, and tells where the reason stands.
   *
   * @param place what is missing
   * @param at where the reason stands
   * @param cure what is there and what to do about it
   * @returns whether anything is missing at the place
   */
  explain(place: Pointer, at: Pointer, cure: string): boolean {
    const found = this.noted.filter(({ missing }) => missing.places.includes(place))
    for (const { finding, missing } of found) {
      finding.message = `${finding.related === undefined ? missing.what : finding.message} ${cure}`
      finding.related = [...(finding.related ?? []), { message: 'It stands here.', pointer: at }]
    }
    return found.length > 0
  }
}

import type { Diagnostic } from '../findings/diagnostic.js'
import type { Pointer } from '../json/pointer.js'

/** Something that a finding reports as missing. */
export interface Missing {
  /** The key, or the keys that lead to it. */
  readonly key: string
  /** The pointers where it could be added. */
  readonly places: readonly Pointer[]
  /** The message without advice. */
  readonly what: string
}

/** The most reasons that are added to one finding. */
const MAX_REASONS = 5

/** Reasons are added for this many missing values; for the others they are findings of their own. */
const MAX_NOTED = 10_000

/**
 * The values that the findings so far report as missing. A reason for one, such as a misspelt key, is added to that
 * finding and isn't reported by itself.
 */
export class MissingPlaces {
  private readonly noted = new Map<Pointer, { finding: Diagnostic; what: string }[]>()

  note(finding: Diagnostic, { places, what }: Omit<Missing, 'key'>): void {
    for (const place of places) {
      if (this.noted.size >= MAX_NOTED) return
      const here = this.noted.get(place)
      if (here === undefined) this.noted.set(place, [{ finding, what }])
      else here.push({ finding, what })
    }
  }

  /** Whether something is missing at a place. */
  has(place: Pointer): boolean {
    return this.noted.has(place)
  }

  /**
   * Adds the reason why a value is missing to the findings about that.
   *
   * @param place the pointer of the missing value
   * @param at the pointer of the reason
   * @param cure the reason and the advice
   * @returns whether it was added: a value is missing at the place, and its finding has few reasons so far
   */
  explain(place: Pointer, at: Pointer, cure: string): boolean {
    const open = (this.noted.get(place) ?? []).filter(
      ({ finding: { related = [] } }) => related.length < MAX_REASONS,
    )
    for (const { finding, what } of open) {
      finding.message = `${finding.related === undefined ? what : finding.message} ${cure}`
      finding.related = [...(finding.related ?? []), { message: 'Found here', pointer: at }]
    }
    return open.length > 0
  }
}

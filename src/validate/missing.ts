import type { Diagnostic } from '../findings/diagnostic.js'
import type { Pointer } from '../json/pointer.js'

/** What a finding says is missing. */
export interface Missing {
  /** Where it could stand. */
  readonly places: readonly Pointer[]
  /** The message without its cure. */
  readonly what: string
}

/** The most reasons listed for one finding. */
const MAX_REASONS = 5

/**
 * Reasons are kept for this many missing values; what explains one of the others is a finding of its own.
 */
const MAX_NOTED = 10_000

/**
 * What is missing after the findings so far. Whatever explains it, such as a misspelt key, is said there and is no
 * finding of its own.
 */
export class MissingPlaces {
  private readonly noted = new Map<Pointer, { finding: Diagnostic; what: string }[]>()

  note(finding: Diagnostic, { places, what }: Missing): void {
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
   * Says why something is missing. The finding stays at what lacks it, and tells where the reason stands.
   *
   * @param place what is missing
   * @param at where the reason stands
   * @param cure what is there and what to do about it
   * @returns whether that is said: something is missing at the place, and few reasons are known so far
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

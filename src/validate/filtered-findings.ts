import { FindingCollection } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/** Passes findings on to another collection, apart from those that a filter rejects. */
export class FilteredFindings extends FindingCollection {
  /** @param isReported the filter, which may also change a finding */
  constructor(
    private readonly to: FindingCollection,
    private readonly isReported: (finding: Diagnostic) => boolean,
  ) {
    super(0)
  }

  override add(finding: Diagnostic): void {
    super.add(finding)
    if (this.isReported(finding)) this.to.add(finding)
  }
}

import { FindingCollection } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'

/** Passes on those findings that are to be said, and lists none itself. */
export class FilteredFindings extends FindingCollection {
  /** @param isSaid may also change a finding */
  constructor(
    private readonly to: FindingCollection,
    private readonly isSaid: (finding: Diagnostic) => boolean,
  ) {
    super(0)
  }

  override add(finding: Diagnostic): void {
    super.add(finding)
    if (this.isSaid(finding)) this.to.add(finding)
  }
}

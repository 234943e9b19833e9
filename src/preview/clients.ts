import { paintedPages } from '../generated/all-painted.js'
import type { TargetId } from '../targets/index.js'
import type { PaintedPages } from '../targets/painted-regions.js'
import { type Client, unmeasured } from './client-pages.js'
import { openCloud } from './opencloud/pages.js'
import { ownCloud } from './owncloud/pages.js'

/** The clients that were measured. */
const measured: Readonly<Record<PaintedPages['drawnAs'], Client>> = {
  'ocis-8': ownCloud,
  'opencloud-7.3': openCloud,
}

/** The client of a release, as it is drawn. */
export function clientOf(id: TargetId | 'legacy'): Client {
  const { drawnAs, ...known }: PaintedPages = id === 'legacy' ? { drawnAs: 'ocis-8' } : paintedPages[id]
  return drawnAs === id ? measured[drawnAs] : unmeasured(measured[drawnAs], known)
}

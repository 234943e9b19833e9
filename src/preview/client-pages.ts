import type { PaintedPages, PaintedRegions } from '../targets/painted-regions.js'
import { openCloudWeb } from '../targets/products.js'
import type { Target } from '../targets/target.js'
import { type Drawing, type PaintedClient, Scene, type SceneContext } from './scene.js'

/** A page of a client, with the function that draws it. */
export interface Page {
  /** Its name in files and ids. */
  readonly page: string
  readonly title: string
  /** In pixels. */
  readonly size: readonly [width: number, height: number]
  /** Whether it is shown; always unless given. */
  isShown?(scene: Scene, target: Target | undefined): boolean
  /** @param target the release; `undefined` for old clients that aren't targets */
  draw(scene: Scene, target: Target | undefined): void
}

/** The pages of a product. */
export interface Client extends PaintedClient {
  readonly pages: readonly Page[]
}

/** The client of a release that was not measured: as another one, but for the regions that are known to differ. */
export function unmeasured(client: Client, { regions = {}, remark }: Omit<PaintedPages, 'drawnAs'>): Client {
  const known = Object.entries(regions).filter(([, region]) => region?.isUnseen !== true)
  return {
    ...client,
    regions: { ...client.regions, ...regions } as PaintedRegions,
    unmeasured: { known: new Set(known.map(([name]) => name)), ...(remark !== undefined && { remark }) },
  }
}

/** Whether the pages of ownCloud Web are drawn for its fork. */
export const isOfOpenCloud = (target: Target | undefined): boolean =>
  target?.family.product === openCloudWeb.product

/** Draws all pages of a client with one theme. */
export function drawPages(
  client: Client,
  context: Omit<SceneContext, 'client'>,
  target: Target | undefined,
): Drawing[] {
  return client.pages.flatMap(({ page, title, size: [width, height], isShown, draw }) => {
    const scene = new Scene({ ...context, client, id: `${context.id}-${page}-` }, width, height)
    if (isShown?.(scene, target) === false) return []
    draw(scene, target)
    return [scene.drawing(page, title)]
  })
}

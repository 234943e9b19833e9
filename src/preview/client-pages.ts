import type { PaintedRegions } from '../targets/painted-regions.js'
import type { Target } from '../targets/target.js'
import { type Drawing, Scene, type Surroundings } from './scene.js'

/** One page of a client, and how it is drawn. */
export interface Page {
  /** What it is called in files and ids. */
  readonly page: string
  readonly title: string
  /** In pixels. */
  readonly size: readonly [width: number, height: number]
  /** Whether there is anything to draw. */
  isShown?(scene: Scene, target: Target | undefined): boolean
  /** @param target the release; `undefined` for old ones that are no target */
  draw(scene: Scene, target: Target | undefined): void
}

/** The pages of a product. */
export interface Client {
  /** The release whose colours and proportions they have. */
  readonly measured: string
  readonly regions: PaintedRegions
  readonly pages: readonly Page[]
}

/** All pages of a client in the looks of one theme. */
export function drawPages(
  { regions, pages }: Client,
  around: Omit<Surroundings, 'regions'>,
  target: Target | undefined,
): Drawing[] {
  return pages.flatMap(({ page, title, size: [width, height], isShown, draw }) => {
    const scene = new Scene({ ...around, regions, id: `${around.id}-${page}-` }, width, height)
    if (isShown?.(scene, target) === false) return []
    draw(scene, target)
    return [scene.drawing(page, title)]
  })
}

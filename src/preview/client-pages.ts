import type { PaintedRegions } from '../targets/painted-regions.js'
import type { Target } from '../targets/target.js'
import { type Drawing, Scene, type SceneContext } from './scene.js'

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
export interface Client {
  /** The release that their colours and proportions were measured in. */
  readonly measured: string
  readonly regions: PaintedRegions
  readonly pages: readonly Page[]
}

/** Draws all pages of a client with one theme. */
export function drawPages(
  { regions, pages }: Client,
  context: Omit<SceneContext, 'regions'>,
  target: Target | undefined,
): Drawing[] {
  return pages.flatMap(({ page, title, size: [width, height], isShown, draw }) => {
    const scene = new Scene({ ...context, regions, id: `${context.id}-${page}-` }, width, height)
    if (isShown?.(scene, target) === false) return []
    draw(scene, target)
    return [scene.drawing(page, title)]
  })
}

import type { Place } from '../../generated/places.js'
import type { Scene } from '../scene.js'
import { icon, rect, text } from '../shapes.js'

const places = [
  'banner.title',
  'banner.publisher',
  'banner.additionalInformation',
  'banner.callToAction',
  'banner.icon',
  'banner.appScheme',
] as const satisfies readonly Place[]

/** Whether the client shows a banner: one key of it is enough. */
export const hasBanner = ({ look }: Pick<Scene, 'look'>): boolean =>
  places.some((place) => look.text(place).value !== undefined)

/** The banner that advertises the app on small screens. */
export function drawBanner(scene: Scene): void {
  const { look, width, height } = scene
  const [title, publisher, information, call, image] = places.map((place) => look.text(place))
  const shown = places.map((place) => look.text(place)).filter(({ value }) => value !== undefined)
  scene.part(
    'banner',
    [0, 0, width, height],
    ({ background, text: fill }) => [
      rect([0, 0, width, height], background),
      icon('close', 8, height / 2 - 6, 12, fill),
      ...(image?.value ? [scene.image(image, [30, 12, 60, 60], 'middle')] : []),
      text(title?.value ?? '', 102, 30, fill, { weight: 700, width: 190 }),
      text(publisher?.value ?? '', 102, 49, fill, { size: 12, width: 190 }),
      text(information?.value ?? '', 102, 68, fill, { size: 12, width: 190 }),
      text(call?.value ?? '', width - 12, 48, fill, { anchor: 'end', width: 80 }),
    ],
    { also: shown },
  )
}

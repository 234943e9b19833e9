import type { Scene } from './scene.js'
import { type Box, icon, outline, rect, text } from './shapes.js'
import { widthOf } from './text.js'

/** A button with an icon. */
export function drawButton(
  scene: Scene,
  name: string,
  box: Box,
  label: string,
  {
    symbol,
    size = 14,
    title,
  }: { symbol?: 'plus' | 'upload' | undefined; size?: number; title?: string } = {},
): void {
  const [x, y, w, h] = box
  scene.part(
    name,
    box,
    ({ background, border, text: fill, icon: iconFill }) => {
      const whole = (symbol === undefined ? 0 : 20) + (label === '' ? 0 : widthOf(label, size))
      const left = x + (w - whole) / 2
      return [
        rect(box, background, 5),
        outline(box, border, 5),
        ...(symbol === undefined ? [] : [icon(symbol, left, y + h / 2 - 8, 16, iconFill)]),
        ...(label === ''
          ? []
          : [
              text(label, symbol === undefined ? x + w / 2 : left + 20, y + h / 2 + size * 0.35, fill, {
                size,
                anchor: symbol === undefined ? 'middle' : 'start',
              }),
            ]),
      ]
    },
    title === undefined ? {} : { title },
  )
}

/** The links at the foot of the account menu. */
export function drawMenuFoot(scene: Scene, box: Box, radius: number): void {
  const [x, y, w, h] = box
  const links = [scene.look.text('urls.imprint'), scene.look.text('urls.privacy')]
  const labels = ['Imprint', 'Privacy'].filter((_, index) => (links[index]?.value ?? '') !== '')
  const isShown = labels.length > 0
  scene.part(
    'menuFoot',
    box,
    ({ background, text: fill }) =>
      isShown
        ? [
            rect(box, background, radius),
            text(labels.join(' · '), x + w / 2, y + h / 2 + 5, fill, { anchor: 'middle' }),
          ]
        : [],
    {
      also: links,
      ...(!isShown && { note: 'The theme has neither link, so this foot does not show.' }),
    },
  )
}

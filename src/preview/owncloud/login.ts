import type { Target } from '../../targets/target.js'
import type { Shown } from '../look.js'
import type { Scene } from '../scene.js'
import { rect, text } from '../shapes.js'

/** The logo on the built-in login page of a release, with the address that the server writes; `undefined` for none. */
function loginLogo(
  logo: Shown,
  target: Pick<Target, 'loginPageShowsLogo' | 'loginPageTakesAddresses'>,
): Shown | undefined {
  const { value } = logo
  if (!target.loginPageShowsLogo || value === undefined || value === '') return undefined
  const isKept = target.loginPageTakesAddresses && /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(value)
  return { ...logo, value: isKept ? value : `/${value}` }
}

const NOTE = 'The colours of this page are fixed, and its background is a setting of the server.'

/** The built-in login page of the server. Of a theme it shows only the logo. */
export function drawLogin(scene: Scene, target: Target): void {
  const { width, look } = scene
  const x = width / 2 - 160
  const logo = loginLogo(look.text('common.logo'), target)
  scene.plain(rect([0, 0, width, scene.height], 'fill="#26364d"'))
  if (logo === undefined) {
    const without = target.loginPageShowsLogo
      ? 'The theme has no common.logo, so this page shows none.'
      : `${target.title} shows no logo of a theme here.`
    scene.plain(text(without, width / 2, 250, 'fill="#fff"', { anchor: 'middle', width: width - 24 }))
  } else {
    const box = [x + 60, 190, 200, 80] as const
    scene.uncolored('Logo of the built-in login page', box, [scene.image(logo, box, 'middle')], [logo], NOTE)
  }
  const field = (y: number, label: string) => [
    rect([x, y, 320, 40], 'fill="#fff"', 4),
    text(label, x + 12, y + 25, 'fill="#555"'),
  ]
  scene.plain(
    ...field(310, 'Username'),
    ...field(362, 'Password'),
    rect([x, 422, 320, 42], 'fill="#e7ebf1"', 4),
    text('Log in', width / 2, 448, 'fill="#1c2737"', { anchor: 'middle', weight: 600 }),
    text(NOTE, width / 2, 760, 'fill="#fff"', { size: 12, anchor: 'middle', width: width - 24 }),
  )
}

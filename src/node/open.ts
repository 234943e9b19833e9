import { spawn } from 'node:child_process'
import type { Environment } from '../settings/settings.js'

/** The program that opens a file or an address with the user's default application. */
export function openerOf(platform: NodeJS.Platform): readonly [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open']
  return platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open']
}

/** How long an opener may take; one that still runs is the browser itself. */
const WAIT = 2000

/** The variables for the display or the browser that xdg-open uses. */
const displays = ['DISPLAY', 'WAYLAND_DISPLAY', 'BROWSER', 'WSL_DISTRO_NAME']

/**
 * Opens a file or an address in the user's browser, without a shell, so that no name can run a command.
 *
 * @returns the reason why it was not opened; `undefined` where it was
 */
export async function openInBrowser(
  place: string,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  const [program, ...first] = openerOf(platform)
  if (program === 'xdg-open' && displays.every((name) => !environment[name]))
    return 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)'
  return new Promise((resolve) => {
    const child = spawn(program, [...first, place], {
      detached: true,
      stdio: 'ignore',
      env: { ...environment },
    })
    const timer = setTimeout(() => {
      child.unref()
      resolve(undefined)
    }, WAIT)
    child.once('error', () => {
      clearTimeout(timer)
      resolve(`${program} is not installed`)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? undefined : `${program} found no browser (exit status ${code})`)
    })
  })
}

import { spawn } from 'node:child_process'

/** The program that opens a file or an address with what the user has for it. */
function opener(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open']
  return platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open']
}

/**
 * Opens a file or an address in the user's browser. No shell takes part, so a name is a name.
 *
 * @returns what kept it from being opened, if anything did
 */
export function openInBrowser(
  place: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const [program = '', ...first] = opener(process.platform)
  return new Promise((resolve) => {
    const child = spawn(program, [...first, place], {
      detached: true,
      stdio: 'ignore',
      env: { ...environment },
    })
    child.once('error', () => resolve(`no program opens it (${program})`))
    child.once('spawn', () => {
      child.unref()
      resolve(undefined)
    })
  })
}

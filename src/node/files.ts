import { type Stats, statSync } from 'node:fs'
import path from 'node:path'

/** What stands for a folder or several files. */
const isPattern = (name: string) => /[*?[\]{}!()]/.test(name)

/** A name that leads to no file. */
export class NoFilesError extends Error {}

/**
 * The files that names, folders and glob patterns stand for, each once, in the order of the arguments. A folder
 * stands for every `theme.json` below it; `node_modules` is left out.
 *
 * @throws NoFilesError for a folder or pattern without any file
 */
export async function filesFor(names: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const name of names) {
    const entry = name === '-' ? undefined : entryOf(name)
    const isFolder = entry?.isDirectory() === true
    if (!isFolder && (entry !== undefined || !isPattern(name))) {
      found.add(name)
      continue
    }
    const files = await (isFolder ? below(name, '**/theme.json') : matching(name.replaceAll('\\', '/')))
    if (files.length === 0) {
      throw new NoFilesError(
        isFolder
          ? `There is no theme.json below ${name}. Name the file itself if it is called otherwise.`
          : `No file matches ${name}. Check the pattern, and quote it so that the shell leaves it alone.`,
      )
    }
    for (const file of files) found.add(file)
  }
  return [...found]
}

const MODULES = '**/node_modules/**'

/** The files below a folder that match a pattern. */
async function below(folder: string, pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const files = await glob(pattern, { cwd: folder, ignore: [MODULES], dot: true, expandDirectories: false })
  return files.map((file) => path.join(folder, file)).sort()
}

/** The files that match a pattern of the caller, from where the caller is. */
async function matching(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const absolute = path.isAbsolute(pattern)
  const files = await glob(pattern, { ignore: [MODULES], dot: true, expandDirectories: false, absolute })
  // What stands above the current folder is not seen by what is ignored.
  const isMeant = (file: string) => pattern.includes('node_modules') || !/[/\\]node_modules[/\\]/.test(file)
  return files.filter(isMeant).sort()
}

/** What a name stands for on disk. Whatever can't be looked at is left for those who read it, who say why. */
function entryOf(name: string): Stats | undefined {
  try {
    return statSync(name)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return undefined
  }
}

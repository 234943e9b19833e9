import { type Stats, statSync } from 'node:fs'
import path from 'node:path'

/** What stands for a folder or several files. */
const isPattern = (name: string) => /[*?[\]{}!()]/.test(name)

/** A name that leads to no file. */
export class NoFilesError extends Error {}

/**
 * The files that names, folders and glob patterns stand for, each once, in the order of the arguments and as it is
 * called there first. A folder stands for every `theme.json` below it; `node_modules` is left out.
 *
 * @param root where relative names and patterns start; the current folder unless given
 * @throws NoFilesError for a folder or pattern without any file
 */
export async function filesFor(
  names: readonly string[],
  root: string = process.cwd(),
): Promise<readonly string[]> {
  const found = new Map<string, string>()
  const add = (file: string) => {
    const place = file === '-' ? file : path.resolve(root, file)
    if (!found.has(place)) found.set(place, file)
  }
  for (const name of names) {
    const entry = name === '-' ? undefined : entryOf(path.resolve(root, name))
    const isFolder = entry?.isDirectory() === true
    if (!isFolder && (entry !== undefined || !isPattern(name))) {
      add(name)
      continue
    }
    const files = await (isFolder ? below(name, root) : matching(slashed(name), root))
    if (files.length === 0) {
      throw new NoFilesError(
        isFolder
          ? `There is no theme.json below ${name}. Name the file itself if it is called otherwise.`
          : `No file matches ${name}. Check the pattern, and quote it so that the shell leaves it alone.`,
      )
    }
    for (const file of files) add(file)
  }
  return [...found.values()]
}

const MODULES = '**/node_modules/**'

/** The themes below a folder. */
async function below(folder: string, root: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const cwd = path.resolve(root, folder)
  const files = await glob('**/theme.json', { cwd, ignore: [MODULES], dot: true, expandDirectories: false })
  return files.map((file) => path.join(folder, file)).sort()
}

/**
 * The files that a pattern matches. It stays apart from the root, whose name may have brackets and stars in it that
 * mean themselves.
 */
async function matching(pattern: string, root: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const files = await glob(pattern, {
    ...{ ignore: [MODULES], dot: true, expandDirectories: false },
    absolute: path.isAbsolute(pattern),
    cwd: root,
  })
  // What stands above the starting folder is not seen by what is ignored.
  const isMeant = (file: string) =>
    pattern.includes('node_modules') ||
    !path.relative(root, path.resolve(root, file)).split(path.sep).includes('node_modules')
  return files.filter(isMeant).sort()
}

/** A name with slashes, as patterns have them on every system. */
function slashed(name: string): string {
  return name.replaceAll('\\', '/')
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

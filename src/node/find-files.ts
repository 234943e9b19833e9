import { type Dirent, readdir, readdirSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { isThemeText } from '../formats/theme-text.js'
import { isMisnamed } from '../instance/inventory.js'
import { PlainError } from '../json/plain-error.js'
import { brief } from '../json/quoted.js'
import { unlessRefused } from './disk.js'
import { lostLinkOf } from './lost-links.js'
import { instead } from './near-themes.js'
import { CONFIGURATION_FILE, journalsFolder } from './own-files.js'
import { readInput } from './read-file.js'
import { realPath } from './real-path.js'
import { below, problemOfPattern, slashed, splitPattern } from './split-pattern.js'
import { isGarbled } from './system-errors.js'

/** Whether a name is a glob pattern. */
const isPattern = (name: string) => /[*?[\]{}!()]/.test(name)

/** There is no theme file in a folder or for a pattern. The message names it. */
export class NoFilesError extends PlainError {
  override readonly name = 'NoFilesError'
}

/**
 * The files of names, folders and glob patterns, each once, in the order of the arguments. Of a folder these are every
 * `theme.json`, other JSON files that contain a theme, and misspelt names where servers look for a theme; a file with
 * several links counts once. `node_modules` is left out.
 *
 * @param root where relative names and patterns start; the current folder unless given
 * @param signal stops the search
 * @throws NoFilesError for a folder or pattern without any file
 */
export async function filesFor(
  names: readonly string[],
  root: string = process.cwd(),
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const found = new Map<string, string>()
  const add = (file: string, place = path.resolve(root, file)) => {
    if (!found.has(place)) found.set(place, file)
  }
  for (const name of names) {
    const place = name === '-' ? name : path.resolve(root, name)
    const entry = name === '-' ? undefined : entryOf(place)
    const isFolder = entry?.isDirectory() === true
    if (!isFolder && (entry !== undefined || !isPattern(name))) {
      add(name, place)
      continue
    }
    const files = await (isFolder ? themesBelow(name, root, signal) : matching(name, root, signal))
    if (files.length === 0) {
      throw new NoFilesError(
        isFolder
          ? `There is no theme.json below ${name}, ${instead(name, place)}`
          : `No file matches ${brief(name, MOST_SHOWN)}. Check the pattern.`,
      )
    }
    for (const file of files) add(file)
  }
  return [...found.values()]
}

/** How deep below a folder others are listed, and how many at most. */
const DEEP = 2
const MOST_FOLDERS = 500

/**
 * The folders that new files for names may come into, to watch them: those that the names and patterns start with, those
 * of the files and around them, and the folders in these. The root and what is around it are left out: builds write there.
 *
 * @param files the absolute paths of the files that were found
 */
export function foldersFor(names: readonly string[], files: readonly string[], root: string): string[] {
  const isFolder = (place: string) => entryOf(place)?.isDirectory() === true
  const starts = names.flatMap((name) => {
    const place = path.resolve(root, name)
    if (isFolder(place)) return [place]
    return isPattern(name) ? [splitPattern(name, root, isFolder).cwd] : []
  })
  const own = files.flatMap((file) => [path.dirname(file), path.dirname(path.dirname(file))])
  const isAround = (folder: string) => !path.relative(folder, root).startsWith('..')
  const found = new Set([...starts, ...own].filter((folder) => !isAround(folder) && isFolder(folder)))
  const addBelow = (folder: string, depth: number) => {
    for (const entry of unlessRefused(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
      if (!entry.isDirectory() || entry.name === 'node_modules' || found.size >= MOST_FOLDERS) continue
      const inner = path.join(folder, entry.name)
      found.add(inner)
      if (depth > 1) addBelow(inner, depth - 1)
    }
  }
  for (const folder of [...found]) addBelow(folder, DEEP)
  return [...found]
}

/** Of longer patterns, messages have the beginning. */
const MOST_SHOWN = 60

/** Never found by a folder or pattern. */
const IGNORED = ['**/node_modules/**', `**/${journalsFolder}/**`, `**/${CONFIGURATION_FILE}`]

/** The themes below a folder. */
async function themesBelow(folder: string, root: string, signal?: AbortSignal): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const cwd = path.resolve(root, folder)
  const { fs, closed } = listingWithClosed(
    (entry, place) => entry.name === 'theme.json' && !isFile(entry, place),
  )
  const found = await glob(['**/*.[jJ][sS][oO][nN]', '**/[tT][hH][eE][mM][eE]*'], {
    ...{ cwd, ignore: IGNORED, dot: true, expandDirectories: false, fs },
    ...(signal !== undefined && { signal }),
  })
  const themes = found.filter(
    (file) =>
      path.basename(file) === 'theme.json' ||
      isMisnamed(slashed(path.join(cwd, file))) ||
      (/\.json$/i.test(file) && isTheme(path.join(cwd, file))),
  )
  const unseen = closed.map((place) => path.relative(cwd, place))
  return [...onceEach(cwd, themes), ...unseen].map((file) => below(folder, file))
}

/**
 * Lists folders for a search, which silently skips those that can't be listed. They count as found, so that reading
 * them reports the reason.
 *
 * @param isClosed whether an entry counts as found though no search finds it
 */
function listingWithClosed(isClosed: (entry: Dirent, place: string) => boolean = () => false): {
  fs: { readdir: typeof readdir }
  closed: string[]
} {
  const closed: string[] = []
  const list = (...[place, options, done]: Parameters<typeof readdir>) => {
    readdir(place, options, (error, entries) => {
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
        closed.push(path.resolve(String(place)))
      for (const entry of (entries as unknown as Dirent[] | undefined) ?? []) {
        const found = path.resolve(String(place), entry.name)
        if (isClosed(entry, found)) closed.push(found)
      }
      done(error, entries)
    })
  }
  return { fs: { readdir: list as typeof readdir }, closed }
}

/** Whether an entry is a file, or a link to one. */
const isFile = (entry: Dirent, place: string) =>
  entry.isFile() || (entry.isSymbolicLink() && entryOf(place)?.isFile() === true)

/** Larger files aren't themes, unless their name says so. */
const MOST_BYTES = 1024 * 1024

/** Whether a file contains a theme, or what looks like one that can't be read. */
function isTheme(file: string): boolean {
  const entry = entryOf(file)
  if (entry === undefined && isGarbled(file)) return true
  if (entry !== undefined && (!entry.isFile() || entry.size > MOST_BYTES)) return false
  const input = readInput(file)
  // After a disk error it may be a theme; reading it reports the reason.
  if ('failure' in input) return true
  const text = 'text' in input ? input.text : input.shown
  return text !== undefined && isThemeText(text)
}

/** Each file once, however many links lead to it: by a name outside of hidden folders, else by the first one. */
function onceEach(cwd: string, files: readonly string[]): string[] {
  const isHidden = (file: string) => /(?:^|[/\\])\.\.[^/\\.]/.test(file)
  const seen = new Set<string>()
  const there = new Set(files.map((file) => path.join(cwd, file)))
  const isLostLink = (file: string) => there.has(lostLinkOf(path.join(cwd, file)) ?? '')
  const kept = [...files]
    .filter((file) => !isLostLink(file))
    .sort()
    .sort((a, b) => Number(isHidden(a)) - Number(isHidden(b)))
    .filter((file) => {
      const place = path.join(cwd, file)
      // Where that fails, reading the file reports the reason.
      const real = unlessRefused(() => realPath(place)) ?? place
      return !seen.has(real) && seen.add(real)
    })
  return kept.sort()
}

/** The files that a pattern matches. */
async function matching(pattern: string, root: string, signal?: AbortSignal): Promise<string[]> {
  const problem = problemOfPattern(pattern)
  if (problem !== undefined)
    throw new NoFilesError(`The pattern ${brief(pattern, MOST_SHOWN)} ${problem} Pass the files themselves.`)
  const { glob } = await import('tinyglobby')
  const { fs, closed } = listingWithClosed()
  const { cwd, rest } = splitPattern(pattern, root, (place) => entryOf(place)?.isDirectory() === true)
  const files = await glob(rest, {
    ...{ ignore: IGNORED, dot: true, expandDirectories: false, cwd, absolute: true, fs },
    ...(signal !== undefined && { signal }),
  })
  const named = (place: string) =>
    path.isAbsolute(pattern) ? path.normalize(place) : path.relative(root, place)
  // Ignored patterns don't apply to folders above the root.
  const isMeant = (file: string) =>
    pattern.includes('node_modules') || !path.relative(root, file).split(path.sep).includes('node_modules')
  return [...files.filter(isMeant).map(named).sort(), ...closed.map(named)]
}

/** The stats of a file; `undefined` for any error, which reading the file reports. */
const entryOf = (name: string): Stats | undefined => unlessRefused(() => statSync(name))

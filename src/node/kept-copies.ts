import path from 'node:path'
import { disk } from './disk.js'

/** What a copy is called that is kept of a file when it is replaced: the first free of these names. */
export const copyName = (name: string, number: number) =>
  number === 0 ? `${name}.bak` : `${name}.bak.${number}`

/**
 * The copies that were kept of a file, the latest first.
 *
 * @param file where it is; links to it are followed, because copies are beside the file itself
 */
export function keptCopies(file: string): string[] {
  const target = disk.realPath(file)
  const folder = path.dirname(target)
  const start = `${path.basename(target)}.bak`
  return disk
    .list(folder)
    .flatMap((name) => {
      const [, number] =
        (name.startsWith(start) && /^(?:\.([1-9]\d{0,5}))?$/.exec(name.slice(start.length))) || []
      const isCopy = name === start || number !== undefined
      return isCopy ? [{ name, number: Number(number ?? 0) }] : []
    })
    .sort((a, b) => b.number - a.number)
    .map(({ name }) => path.join(folder, name))
}

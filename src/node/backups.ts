import path from 'node:path'
import { disk } from './disk.js'

/** The name of a backup; the first free number is used. */
export const backupName = (name: string, number: number) =>
  number === 0 ? `${name}.bak` : `${name}.bak.${number}`

/**
 * The backups of a file, newest first.
 *
 * @param file the absolute path; links are followed, because backups are beside the file itself
 */
export function backupsOf(file: string): string[] {
  const target = disk.realPath(file)
  const folder = path.dirname(target)
  const start = `${path.basename(target)}.bak`
  return disk
    .list(folder)
    .flatMap((name) => {
      const [, number] =
        (name.startsWith(start) && /^(?:\.([1-9]\d{0,5}))?$/.exec(name.slice(start.length))) || []
      const isBackup = name === start || number !== undefined
      return isBackup ? [{ name, number: Number(number ?? 0) }] : []
    })
    .sort((a, b) => b.number - a.number)
    .map(({ name }) => path.join(folder, name))
}

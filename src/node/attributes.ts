import { disk, systemError } from './disk.js'

/**
 * The programs that read and write the extended attributes of a file (`user.*` only: the others belong to the system) and
 * its access list.
 */
const tools = [
  {
    read: ['getfattr', '--dump', '--match=^user\\.', '--encoding=hex', '--absolute-names'],
    write: ['setfattr', '--restore=-'],
    takesFile: false,
  },
  {
    read: ['getfacl', '--omit-header', '--numeric', '--skip-base', '--no-effective', '--absolute-names'],
    write: ['setfacl', '--set-file=-'],
    takesFile: true,
  },
] as const

/** The open file, passed as a descriptor, so that no other file can take its name. */
const GIVEN = '/proc/self/fd/3'

/**
 * Copies the extended attributes and the access list of an open file to another one. Node can't; the usual programs do
 * so on Linux, where they are installed.
 *
 * @throws Error when they can be read but not written
 */
export function carryAttributes(from: number, to: number): void {
  if (process.platform !== 'linux') return
  for (const { read, write, takesFile } of tools) {
    const [reader, ...readArguments] = read
    const found = disk.run(reader, [...readArguments, GIVEN], from, '')
    // Not installed, or the file system has none of these.
    if (found.status !== 0 || found.stdout.length === 0) continue
    const [writer, ...writeArguments] = write
    const { status, stderr, error } = disk.run(
      writer,
      takesFile ? [...writeArguments, GIVEN] : writeArguments,
      to,
      found.stdout,
    )
    if (status === 0) continue
    const reason = error?.message ?? String(stderr).trim()
    throw systemError('EATTR', writer, `its extended attributes or access list can't be kept (${reason})`)
  }
}

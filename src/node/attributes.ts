import { disk } from './disk.js'

/** What reads attributes of an open file, and what gives them to another one. Only these two kinds are a file's own. */
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

/** The descriptor that a program gets: no name can lead it to another file. */
const GIVEN = '/proc/self/fd/3'

/**
 * Gives an open file the extended attributes and the access list of another one. Node can't; so the usual programs
 * do, on Linux and where they are installed.
 *
 * @throws Error when they can be read and not given
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
    throw Object.assign(
      new Error(
        `its extended attributes or access list can't be kept (${error?.message ?? String(stderr).trim()})`,
      ),
      { code: 'EATTR', syscall: writer },
    )
  }
}

import path from 'node:path'
import { isIn } from '../../instance/plan.js'

/** A part of the assets of an instance, and where it is. */
export interface Part {
  /** The path below the assets folder, `''` for all of it. */
  readonly below: string
  /** The folder or file on this host. */
  readonly at: string
  /** The folder with the journals of its migrations. */
  readonly root: string
  /** Why it is there; none for the assets folder of the data folder. */
  readonly reason?: string
}

/** Where the files of an instance are: settings and mounts put parts of the assets into other folders. */
export class Places {
  /** Innermost parts last. */
  readonly parts: readonly Part[]

  constructor(parts: readonly Part[]) {
    this.parts = [...parts].sort((a, b) => a.below.length - b.below.length)
  }

  /** The folders with journals. */
  get roots(): readonly string[] {
    return [...new Set(this.parts.map(({ root }) => root))]
  }

  /** The part that a file of the assets is in. */
  partOf(file: string): Part {
    const part = this.parts.filter(({ below }) => isIn(file, below)).at(-1)
    if (part === undefined) throw new RangeError(`${file} is in no part of the assets.`)
    return part
  }

  /** Whether a part begins there. */
  startsAt(file: string): boolean {
    return this.parts.some(({ below }) => below === file)
  }

  /** The path of a file of the assets on this host. */
  at(file: string): string {
    const { below, at } = this.partOf(file)
    return path.join(at, below === '' ? file : file.slice(below.length))
  }

  /** The folder with the journal for a file, and the path of the file below it. */
  recorded(file: string): { root: string; path: string } {
    const { root } = this.partOf(file)
    return { root, path: path.relative(root, this.at(file)).split(path.sep).join('/') }
  }
}

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type ProductSign, signOfContent, signsOfFile, signsOfFolder } from '../instance/product.js'
import { defaultOpenCloudTarget, type TargetId } from '../targets/index.js'
import { parseText } from '../text/parse-text.js'
import { unlessRefused } from './disk.js'
import { readInput } from './read-file.js'

/** How many themes are read at most. */
const MOST_THEMES = 100

/** Longer texts are not parsed for this. */
const MOST_CHARACTERS = 1024 * 1024

const isOfOpenCloud = (text: string) => signOfContent(parseText(text).document)?.isOpenCloud === true

/** The names in a folder; none where it can't be listed, because the themes in it may still be readable. */
const namesIn = (folder: string): string[] => unlessRefused(() => readdirSync(folder).sort()) ?? []

/** Finds the product of themes by their folder, unless their content shows that it is OpenCloud. */
export class ThemeFolders {
  private readonly said = new Map<string, string>()
  private readonly known = new Map<string, Map<string, readonly ProductSign[]>>()

  /**
   * @param cwd the current folder, for short paths in the notes
   * @param option what the user calls the target
   */
  constructor(
    private readonly cwd: string,
    private readonly option = '--target',
  ) {}

  /** One note for each file or folder that it is about. */
  get notes(): string[] {
    return [...this.said.values()]
  }

  /**
   * The target of a file in a themes folder of OpenCloud.
   *
   * @param place the absolute path of the file
   * @returns `undefined` where its content decides
   */
  targetOf(place: string, text: string | undefined): TargetId | undefined {
    const { forOpenCloud, forOwnCloud } = this.signsAround(place, text)
    if (forOpenCloud === undefined) return undefined
    if (forOwnCloud === undefined) {
      this.say(
        place,
        `is checked for ${defaultOpenCloudTarget}, because ${forOpenCloud.reason}. Pass ${this.option} for another release.`,
      )
      return defaultOpenCloudTarget
    }
    this.say(
      path.dirname(path.dirname(place)),
      `may belong to oCIS, because ${forOwnCloud.reason}, or to OpenCloud, because ${forOpenCloud.reason}. Each file is checked for the product that its content is for. Pass ${this.option} for another one.`,
    )
    return undefined
  }

  /**
   * Why a file that isn't for OpenCloud is in a themes folder of OpenCloud.
   *
   * @returns `undefined` for other files, and where there is evidence for both products
   */
  openCloudReason(place: string, text: string): string | undefined {
    const { forOpenCloud, forOwnCloud } = this.signsAround(place, text)
    return forOwnCloud === undefined ? forOpenCloud?.reason : undefined
  }

  /** The evidence in the themes folder of a file; none for a file that is for OpenCloud itself. */
  private signsAround(
    place: string,
    text: string | undefined,
  ): { forOpenCloud?: ProductSign; forOwnCloud?: ProductSign } {
    const themes = path.dirname(path.dirname(place))
    if (path.basename(themes) !== 'themes') return {}
    if (text !== undefined && text.length > MOST_CHARACTERS) return {}
    const signs = this.signsBeside(themes, place)
    const forOpenCloud = signs.find(({ isOpenCloud }) => isOpenCloud)
    // Few folders have one, so that few texts are parsed for this.
    if (forOpenCloud === undefined || (text !== undefined && isOfOpenCloud(text))) return {}
    const forOwnCloud = signs.find(({ isOpenCloud }) => !isOpenCloud)
    return { forOpenCloud, ...(forOwnCloud !== undefined && { forOwnCloud }) }
  }

  /** The first file of a folder decides which examples its note has. */
  private say(about: string, note: string): void {
    if (!this.said.has(about)) this.said.set(about, `${this.short(about)} ${note}`)
  }

  /** The path from the current folder, where that is shorter. */
  private short(place: string): string {
    const relative = path.relative(this.cwd, place) || '.'
    return relative.length < place.length ? relative : place
  }

  /** Signs whose reasons start with a path, with the short one. */
  private shortened(place: string, signs: readonly ProductSign[]): ProductSign[] {
    return signs.map(({ isOpenCloud, reason }) => ({
      isOpenCloud,
      reason: this.short(place) + reason.slice(place.length),
    }))
  }

  /** The signs of a product around a file: its path, and the other themes. */
  private signsBeside(themes: string, place: string): ProductSign[] {
    const own = this.shortened(place, signsOfFile(place.replaceAll('\\', '/'), undefined))
    const others = [...this.signsIn(themes)].flatMap(([file, signs]) => (file === place ? [] : signs))
    const data = themes.replace(/[/\\]web[/\\]assets[/\\]themes$/, '')
    return [...own, ...others, ...this.shortened(data, signsOfFolder(data))]
  }

  private signsIn(themes: string): ReadonlyMap<string, readonly ProductSign[]> {
    const known = this.known.get(themes)
    if (known !== undefined) return known
    const found = new Map<string, readonly ProductSign[]>()
    for (const name of namesIn(themes).slice(0, MOST_THEMES)) {
      const file = path.join(themes, name, 'theme.json')
      const input = readInput(file, { mostKilobytes: MOST_CHARACTERS / 1024 })
      if (!('text' in input)) continue
      const signs = signsOfFile(file.replaceAll('\\', '/'), parseText(input.text).document)
      found.set(file, this.shortened(file, signs))
    }
    this.known.set(themes, found)
    return found
  }
}

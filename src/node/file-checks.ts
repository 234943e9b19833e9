import { diagnostic } from '../findings/diagnostic.js'
import type { Role } from '../formats/roles.js'
import { isMisnamed, MISNAMED_CURE } from '../instance/inventory.js'
import { defined } from '../json/defined.js'
import { targetFor } from '../targets/index.js'
import type { ValidateOptions } from '../validate/options.js'
import { validate } from '../validate/validate.js'
import type { Validation } from '../validate/validate-with.js'
import { ThemeFolders } from './product-of-folder.js'
import type { ReadText } from './read-themes.js'

/** The findings about a file. */
export type CheckedTheme = Omit<Validation, 'valid'>

/** Checks files, each for the product of its folder unless the options have a target. */
export class FileChecks {
  private readonly folders: ThemeFolders

  /**
   * @param cwd the current folder, for short paths in the notes
   * @param targetOption what the user calls the target
   */
  constructor(
    private readonly options: ValidateOptions,
    cwd: string,
    targetOption: string,
  ) {
    this.folders = new ThemeFolders(cwd, targetOption)
  }

  /** The releases that files are checked for because of their folders. */
  get notes(): string[] {
    return this.folders.notes
  }

  /** @param place the absolute path; `undefined` for a text that is in no folder */
  optionsFor({ text }: ReadText, as: Role, place: string | undefined): ValidateOptions {
    const target =
      this.options.target ?? (place === undefined ? undefined : this.folders.targetOf(place, text))
    return defined({ ...this.options, as, target })
  }
}

/** The findings about a file with its name, without those about the content of images. */
export function checkFile(
  { text, diagnostics }: ReadText,
  options: ValidateOptions,
  place: string | undefined,
): CheckedTheme {
  if (text === undefined)
    return { target: targetFor(options.target, 'unknown').id, diagnostics: [...diagnostics], omitted: [] }
  const { target, omitted, ...found } = validate(text, options)
  const misnamed = place === undefined || !isMisnamed(place.replaceAll('\\', '/')) ? [] : [misnamedAt(place)]
  return { target, diagnostics: [...diagnostics, ...found.diagnostics, ...misnamed], omitted }
}

function misnamedAt(place: string) {
  const effect = place.endsWith('.json')
    ? ': unless WEB_UI_THEME_PATH is this file, it is not read'
    : ', and clients load nothing that ends otherwise'
  return diagnostic('theme-misnamed', '', `Servers look for theme.json${effect}. ${MISNAMED_CURE}`)
}

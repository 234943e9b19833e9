import { defined } from '../../json/defined.js'
import { assetFolder } from '../../node/disk-assets.js'
import type { CheckedTheme } from '../../node/file-checks.js'
import { inspectImages, MissingSharpError } from '../../node/image-findings.js'
import type { ReadText } from '../../node/read-themes.js'
import { parseText, withoutMark } from '../../text/parse-text.js'
import type { ValidateOptions } from '../../validate/options.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from '../commands/command.js'
import { rulesOf } from '../commands/rule-options.js'
import { UsageError } from '../outcome.js'

/** Adds the findings about the images of a file to a result; without `--images` or sharp it adds none. */
export type ImageCheck = (
  file: ReadText,
  checked: CheckedTheme,
  options: ValidateOptions,
) => Promise<CheckedTheme>

/**
 * The image check that `--images` asks for.
 *
 * @throws UsageError without the folder that has the images
 */
export async function imageCheck(args: Arguments, { say, place }: Surroundings): Promise<ImageCheck> {
  const nothing: ImageCheck = async (_, checked) => checked
  if (!args.flag('images')) return nothing
  const folder = args.text('assets')
  if (folder === undefined) {
    throw new UsageError(
      `${args.label('images')} requires ${args.label('assets', 'images')} with the folder that the server serves.`,
    )
  }
  const assets = assetFolder(place(folder))
  const rules = rulesOf(args, { isForImages: true })
  let isReported = false
  return async (file, checked, { as, base, served, maxFindings }) => {
    // The result has the finding already.
    if (file.text === undefined || parseText(withoutMark(file.text)).document === undefined) return checked
    try {
      const options = defined({ assets, rules, target: checked.target, as, base, served, maxFindings })
      const { diagnostics, omitted } = await inspectImages(file.text, options)
      return {
        ...checked,
        diagnostics: [...checked.diagnostics, ...diagnostics],
        omitted: [...checked.omitted, ...omitted],
      }
    } catch (error) {
      if (!(error instanceof MissingSharpError)) throw error
      if (!isReported) await say(`${error.message}\n`)
      isReported = true
      return checked
    }
  }
}

import { encoded, isAddress } from '../../css/addresses.js'
import { ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { brief, quoted } from '../../json/quoted.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'image-space': { severity: 'info', title: 'Space in an image path' },
} as const satisfies Metas

export const imageSpace: ValueRule = {
  code: 'image-space',
  rank: 17,
  kinds: imageKinds,
  check: (text) =>
    !isAddress(text) && /\s/.test(text)
      ? `The path contains spaces, which some programs don't accept. Rename the file, or write ${quoted(encoded(brief(text.trim())))}.`
      : undefined,
}

export const description = (): Descriptions<typeof meta> => ({
  'image-space': {
    why: "Browsers encode spaces in a path; some programs don't.",
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/acme/our logo.svg' } },
    right: { change: { at: topbar, value: 'themes/acme/our%20logo.svg' } },
  },
})

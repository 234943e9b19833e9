import { localFile } from '../../css/addresses.js'
import { ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'upload-format': { severity: 'warning', title: 'Format not accepted by the logo upload' },
} as const satisfies Metas

/** The folder of uploaded logos has only formats that the logo upload accepts. */
export const uploadFormat: ValueRule = {
  code: 'upload-format',
  rank: 18,
  kinds: imageKinds,
  concerns: ({ target, isBehindServer }) => isBehindServer && target.uploadFormats.length > 0,
  check(text, _, { uploads, uploadFormats }) {
    const file = localFile(text)
    if (file?.startsWith(uploads) !== true) return undefined
    const extension = /\.([^./]+)$/.exec(file)?.[1]
    if (extension === undefined || uploadFormats.includes(extension)) return undefined
    const taken = uploadFormats.map((format) => `.${format}`).join(', ')
    return `This is the folder of uploaded logos, but the logo upload accepts only ${taken} (in lower case), not ".${extension}". Upload the logo in one of these formats, or put the image into the theme's own folder and write its path.`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'upload-format': {
    why: 'The logo upload in the admin settings accepts JPEG, PNG and GIF files with extensions in lower case. Its folder never contains an image of another format.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/_branding/logo.svg' } },
    right: { change: { at: topbar, value: 'themes/_branding/logo.png' } },
  },
})

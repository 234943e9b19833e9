import { localFile } from '../addresses.js'
import { imageKinds, type ValueRule } from '../rule.js'

/** Where uploaded logos are, there is only what the logo upload takes. */
export const uploadFormat: ValueRule = {
  code: 'upload-format',
  kinds: imageKinds,
  concerns: ({ target, isBehindServer }) => isBehindServer && target.uploadFormats.length > 0,
  check(text, _, { uploads, uploadFormats }) {
    const file = localFile(text.replace(/[?#].*$/s, ''))
    if (file?.startsWith(uploads) !== true) return undefined
    const extension = /\.([^./]+)$/.exec(file)?.[1]
    if (extension === undefined || uploadFormats.includes(extension)) return undefined
    const taken = uploadFormats.map((format) => `.${format}`).join(', ')
    return `This is the folder of uploaded logos, and the logo upload takes only ${taken} (in lower case), not ".${extension}". Upload the logo in one of these formats, or put the image into the theme’s own folder and write its path.`
  },
}

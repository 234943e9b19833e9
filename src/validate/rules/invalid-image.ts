import { isAddressText, schemeOf } from '../../css/addresses.js'
import { good, ocis5, topbar } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import { imageKinds, type ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'invalid-image': { severity: 'warning', title: 'Invalid image address' },
} as const satisfies Metas

/** CSS in place of an address, a folder, a fragment alone, or a single word. */
const NO_FILE = /^(?:url|[a-z-]+-gradient)\(|\/$|^#|^[\w+-]+$/i
/** The content of an image without what has to stand before it. */
const BARE_BASE64 = /^[\w+/]{60,}=*$/
const DATA = /^data:[^,]*(?:;base64,[\w+/%\s]+=*|(?<!;base64),.+)$/is

/** Whether a text can be the address of an image. */
function isImageAddress(text: string): boolean {
  const address = text.trim()
  if (schemeOf(address) === 'data') return DATA.test(address)
  return isAddressText(address) && !NO_FILE.test(address) && !BARE_BASE64.test(address)
}

export const invalidImage: ValueRule = {
  code: 'invalid-image',
  rank: 10,
  kinds: imageKinds,
  check: (text) =>
    isImageAddress(text)
      ? undefined
      : `${quoted(text)} is not the address of an image, so nothing shows here. Write the path of the image, such as "themes/acme/assets/logo.svg".`,
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-image': {
    why: 'Clients load the text as an address. CSS, markup, placeholders, folders, and the content of an image without "data:image/" before it show nothing.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'url(themes/acme/logo.svg)' } },
    right: { change: { at: topbar, value: good } },
  },
})

/** The options of the command that have another name in the library, where it gives the same messages. */
const inLibrary = {
  settings: 'the files of readServerSettings',
  force: 'the option "replace"',
  'web-config': 'the option "webConfig"',
} as const

/** An option in a message that users of the command and of the library get. */
export const optionWords = (name: keyof typeof inLibrary): string =>
  `--${name} (in the library: ${inLibrary[name]})`

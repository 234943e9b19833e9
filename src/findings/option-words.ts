/** The options of the command that have another name in code, where the library gives the same messages. */
const inCode = {
  settings: 'the files of readServerSettings',
  force: 'the option "replace"',
  'web-config': 'the option "webConfig"',
} as const

/** An option in a message that users of the command and of the library get. */
export const optionWords = (name: keyof typeof inCode): string => `--${name} (in code ${inCode[name]})`

/** A call of the command in a sentence, in other quotes than those of its words: for Windows these are double quotes. */
export const quotedCall = (call: string): string => (call.includes('"') ? `'${call}'` : `"${call}"`)

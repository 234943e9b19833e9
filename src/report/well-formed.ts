/** Replaces lone surrogates, which UTF-8 can't encode. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

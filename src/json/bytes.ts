/** The bytes that a text takes in UTF-8. `TextEncoder` isn't a part of JavaScript itself, and would copy the text. */
export function bytesOf(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // The two surrogates of a character beyond U+FFFF take four bytes together.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return bytes
}

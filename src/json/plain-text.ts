/**
 * Whether a text has only characters that any program shows as they are, and line breaks. Most texts have no others.
 * This spares them the classes of Unicode, which take a millisecond to compile: a text with other characters may be as
 * harmless.
 */
export const isPlainText = (text: string): boolean =>
  !/[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff]/.test(text)

/**
 * Whether a text has only line breaks and characters that every program shows as they are. Most texts pass, and are
 * spared the Unicode classes, which take a millisecond to compile. Other texts may be harmless too.
 */
export const isPlainText = (text: string): boolean =>
  !/[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff]/.test(text)

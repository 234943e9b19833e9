import { onOneLine } from './escaped.js'

/** Longer texts of a file are cut in messages. */
const MAX_LENGTH = 80

/** A text for a message: only its beginning if it is long. */
export function brief(text: string, most = MAX_LENGTH): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : text
}

/**
 * A value of a file, a setting or a caller for a message: as JSON, without characters that nobody sees, and only its
 * beginning if it is long.
 */
export function quoted(value: unknown): string {
  return onOneLine(
    typeof value === 'string' ? JSON.stringify(brief(value)) : brief(String(JSON.stringify(value))),
  )
}

import { escaped } from './escaped.js'

/** A value as JSON, with escapes for the characters that a terminal or a pipeline acts on. */
export const jsonText = (value: unknown): string => escaped(JSON.stringify(value, null, 2))

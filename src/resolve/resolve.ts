import { allClients } from './all-clients.js'
import type { Resolution, ResolveOptions } from './resolution.js'
import { resolveThemesWith, resolveWith } from './resolve-with.js'

/**
 * Computes the final values of a client: the theme that it shows after every merge, the origin of each value, and the
 * custom properties on the page. A legacy document is resolved under the rules of the client it was written for.
 *
 * The document is not changed; the result shares unchanged values with it.
 *
 * @param document a parsed `theme.json`
 * @param options the client, the user, and the additions of the server
 * @returns plain data. Diagnostics have the reason if there is no theme (`not-a-theme`, `mixed-generations`, `no-theme`, …).
 * @throws TypeError or RangeError for wrong options, and TypeError for what JSON can't hold (functions, cycles, …);
 *   never for a wrong document
 *
 * @example
 * const { choice, properties } = resolve(document, { target: 'ocis-8', prefers: 'dark' })
 */
export function resolve(document: unknown, options: ResolveOptions = {}): Resolution {
  return resolveWith(allClients, document, options)
}

/**
 * Resolves every theme of a document, as if a user had chosen each in turn. The server's merge is done only once.
 *
 * @param document a parsed `theme.json`
 * @param options as for `resolve`; `theme`, `stored`, `prefers` and `mode` are ignored
 * @returns one resolution for each theme, in the order of the file; without themes, a single one with the reason
 * @throws as `resolve` does
 *
 * @example
 * for (const { choice, properties } of resolveThemes(document)) console.log(choice?.name, properties.length)
 */
export function resolveThemes(document: unknown, options: ResolveOptions = {}): Resolution[] {
  return resolveFirstThemes(document, Number.POSITIVE_INFINITY, options)
}

/**
 * The first themes of a document, resolved as by `resolveThemes`.
 *
 * @internal
 */
export function resolveFirstThemes(document: unknown, most: number, options: ResolveOptions): Resolution[] {
  return resolveThemesWith(allClients, document, most, options)
}

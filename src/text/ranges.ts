import type { Diagnostic } from '../findings/diagnostic.js'
import { partOf } from '../findings/severity-of-code.js'
import { locator } from '../json/positions.js'

/** Adds to each finding its range in the text, unless it has one. */
export function withRanges(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.every(({ range }) => range !== undefined)) return [...diagnostics]
  const pointers = diagnostics.flatMap(({ pointer, related = [] }) => [
    pointer,
    ...related.map((place) => place.pointer),
  ])
  const locate = locator(text, pointers)
  return diagnostics.map((finding) => {
    const part = partOf(finding.code)
    const range = locate(finding.pointer, part)
    if (range === undefined) return finding
    if (finding.related === undefined) return { ...finding, range }
    const related = finding.related.map((place) => {
      const placeRange = locate(place.pointer, part)
      return placeRange === undefined ? place : { ...place, range: placeRange }
    })
    return { ...finding, range, related }
  })
}

/** As `withRanges`, but without one for findings about the whole document. */
export function withLines(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return withRanges(text, diagnostics).map((located, index) =>
    located.pointer === '' ? (diagnostics[index] as Diagnostic) : located,
  )
}

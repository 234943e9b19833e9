import type { DiagnosticCode } from '../diagnostics/catalogue.js'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import type { Pointer } from '../document/pointer.js'
import { type KnownKeys, keysOf } from '../formats/places.js'
import type { TargetId } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import { LedgerBook } from './ledger.js'
import type { ConvertOptions } from './options.js'

/** What every step of a conversion works with. */
export interface Work {
  readonly target: Target<TargetId>
  readonly options: ConvertOptions
  readonly ledger: LedgerBook
  readonly diagnostics: Diagnostic[]
  /** What was said already of things that are said only once. */
  readonly said: Set<string>
}

export function newWork(target: Target<TargetId>, options: ConvertOptions): Work {
  return { target, options, ledger: new LedgerBook(), diagnostics: [], said: new Set() }
}

/** Adds a finding to those that the caller gets. */
export function report(work: Work, code: DiagnosticCode, pointer: Pointer, message: string): void {
  work.diagnostics.push(diagnostic(code, pointer, message))
}

/** The keys that the target's client reads in an object of the file; `*` stands for any item of a list. */
export function keysAt(target: Target, path: readonly string[]): KnownKeys {
  let keys = keysOf(target.places)
  for (const step of path) keys = keys[step] ?? {}
  return keys
}

export const themePath = ['clients', 'web', 'themes', '*'] as const
export const defaultsPointer = '/clients/web/defaults'
export const themesPointer = '/clients/web/themes'

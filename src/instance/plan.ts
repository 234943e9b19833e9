import type { ConvertOptions } from '../convert/options.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Settings } from '../settings/settings.js'
import type { ConversionTargetId } from '../targets/index.js'

/** One thing to do to a file of the assets folder. */
export type Step =
  | { action: 'convert'; file: string; text: string; reason: string }
  | { action: 'delete'; file: string; reason: string }
  | { action: 'move'; file: string; to: string; reason: string }
  | { action: 'write'; file: string; text: string; reason: string }

/** A finding about a file of the assets folder. */
export interface PlanFinding extends Diagnostic {
  /** The path below the assets folder, `''` for the instance as a whole. */
  file: string
}

/** What takes an instance to a release. */
export interface Plan {
  target: ConversionTargetId
  /** What is to be done, in this order. */
  steps: Step[]
  /** What a person should know; errors are what can't be done without one. */
  findings: PlanFinding[]
  /** The themes and the branding as the server will read them, by file. */
  documents: ReadonlyMap<string, unknown>
}

/** The configuration of the web service, as far as it concerns themes. */
export interface WebConfiguration {
  readonly file: string
  /** The theme in use: a path, or a full address. */
  readonly theme?: string
  /** The address of the server that the client talks to. */
  readonly server?: string
  readonly options: NonNullable<ConvertOptions['webOptions']>
}

/** What to take an instance to, and what is known of it beside its files. */
export interface PlanOptions {
  readonly target: ConversionTargetId
  readonly webOptions?: ConvertOptions['webOptions']
  readonly themeNames?: ConvertOptions['themeNames']
  readonly settings: Settings
  readonly web?: WebConfiguration
}

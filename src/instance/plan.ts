import type { Ledger } from '../convert/ledger.js'
import type { ConvertOptions } from '../convert/options.js'
import type { FindingLimit, OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import type { Settings } from '../settings/settings.js'
import type { TargetId } from '../targets/index.js'

/**
 * One thing to do to a file of the assets folder. Where the files of another server are taken into it, `file` of `copy`
 * and `from` are in the folder of that server, and `replaces` says that something else is there.
 */
export type Step =
  | { action: 'convert'; file: string; to?: string; text: string; reason: string }
  | { action: 'delete'; file: string; reason: string }
  | { action: 'move'; file: string; to: string; reason: string }
  | { action: 'write'; file: string; text: string; reason: string; from?: string; replaces?: true }
  | { action: 'copy'; file: string; to: string; reason: string; replaces?: true }

/** The files of the assets folder that a step changes: what is copied stays where it is, in another folder. */
export function filesOf(step: Step): readonly string[] {
  if (step.action === 'copy') return [step.to]
  return 'to' in step && step.to !== undefined ? [step.file, step.to] : [step.file]
}

/** A finding about a file of the assets folder. */
export interface PlanFinding extends Diagnostic {
  /** The path below the assets folder, `''` for the instance as a whole. */
  file: string
}

/** Findings of one kind that are counted and not listed. */
export interface OmittedPlanFindings extends OmittedFindings {
  /** The file that they are in, `''` for findings about whole files. */
  file: string
}

/** A file that is a theme, or has a similar name. */
export interface InventoryEntry {
  /** Its name below the assets folder, as the server sees it. */
  file: string
  /** What it is by its content. */
  generation: Generation | 'unreadable'
  /** Whether the server reads it. */
  isRead: boolean
  /** Whether there is nothing to do about that. */
  isRight: boolean
  reason: string
}

/** A change to make by hand, because the file is generated from something else. */
export interface ByHand {
  file: string
  /** What to change, and how. */
  reason: string
  /** What belongs there. */
  text: string
}

/** What takes an instance to a release. */
export interface PlanContents {
  target: TargetId
  /** What is to be done, in this order. */
  steps: Step[]
  /** Errors are about files that have to be corrected first; no step touches these. */
  findings: PlanFinding[]
  omitted: OmittedPlanFindings[]
  /** Changes to make by hand, because the file is generated from something else. */
  byHand: ByHand[]
  /** Every theme file, and every file with nearly the name of one. */
  inventory: InventoryEntry[]
  /** What became of each value of the files that are converted. */
  ledgers: FileLedger[]
}

/** What takes an instance to a release, with what comes of it. */
export interface Plan extends PlanContents {
  /** The themes and the branding as the server will read them, by file. */
  documents: ReadonlyMap<string, unknown>
}

/** The ledger of a converted file. */
export interface FileLedger {
  file: string
  ledger: Ledger
}

/** The configuration of the web service, as far as it concerns themes. */
export interface WebConfiguration {
  readonly file: string
  /** The theme in use: a path, or a full address. */
  readonly theme?: string
  /** The address of the server that the client talks to. */
  readonly server?: string
  readonly options: NonNullable<ConvertOptions['webOptions']>
  /** What keeps it from being read: which theme is in use then isn't known. */
  readonly problem?: string
}

/** A folder or file of this host that a container gets as a part of the assets. */
export interface MountedPart {
  /** The path below the assets folder, `''` for all of it. */
  readonly below: string
  /** The folder or file on this host. */
  readonly source: string
  /** The path in the container. */
  readonly target: string
  readonly isReadOnly: boolean
  readonly isFile: boolean
}

/** What to take an instance to, and what is known of it beside its files. */
export interface PlanOptions extends FindingLimit {
  readonly target: TargetId
  readonly webOptions?: ConvertOptions['webOptions']
  readonly themeNames?: ConvertOptions['themeNames']
  readonly settings: Settings
  readonly web?: WebConfiguration
  /** What the settings name and can't be read, as sentences. */
  readonly unreachable?: readonly string[]
  readonly mounts?: readonly MountedPart[]
  /** Whether files that are in the way of others may be replaced. */
  readonly mayReplace?: boolean
}

import type { Ledger } from '../convert/ledger.js'
import type { ConvertOptions } from '../convert/options.js'
import type { FindingLimit, OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import type { Settings } from '../settings/settings.js'
import type { FileSetting } from '../settings/web-yaml.js'
import type { TargetId } from '../targets/index.js'

/**
 * The change of one file of the assets folder. In a migration to another server, `file` of `copy` and `from` are in the
 * folder of the old server, and `replaces` means that the new one has another file there.
 */
export type Step =
  | { action: 'convert'; file: string; to?: string; text: string; reason: string }
  | { action: 'delete'; file: string; reason: string }
  | { action: 'move'; file: string; to: string; reason: string }
  | { action: 'write'; file: string; text: string; reason: string; from?: string; replaces?: true }
  | { action: 'copy'; file: string; to: string; reason: string; replaces?: true }

/** The files of the assets folder that a step changes. A copied file is in another folder, and stays. */
export function filesOf(step: Step): readonly string[] {
  if (step.action === 'copy') return [step.to]
  return 'to' in step && step.to !== undefined ? [step.file, step.to] : [step.file]
}

/** Whether a file is in a part of the assets folder; `''` is all of it. */
export const isIn = (file: string, part: string): boolean =>
  part === '' || file === part || file.startsWith(`${part}/`)

/**
 * The message of a finding about a document of a plan. Until a step has converted its file, that has other pointers.
 */
export function inConverted(
  { steps }: { readonly steps: readonly Step[] },
  file: string,
  { message }: Pick<Diagnostic, 'message'>,
): string {
  const isConverted = steps.some((step) => 'text' in step && filesOf(step).includes(file))
  return isConverted ? `${message} (This place is in the converted file.)` : message
}

/** A finding about a file of the assets folder. */
export interface PlanFinding extends Diagnostic {
  /** The path below the assets folder; `''` for the whole instance. */
  file: string
}

/** Findings with one code that are counted and not listed. */
export interface OmittedPlanFindings extends OmittedFindings {
  /** The file that they are about; `''` for findings about several whole files. */
  file: string
}

/** A theme file, or a file with a similar name. */
export interface InventoryEntry {
  /** Its name below the assets folder, as the server sees it. */
  file: string
  /** The file behind a symbolic link, as steps and findings name it. */
  linksTo?: string
  /** Its generation, by its content. */
  generation: Generation | 'unreadable'
  /** Whether the server reads it. */
  isRead: boolean
  /** Whether that is right, so that there is nothing to do. */
  isRight: boolean
  /** Why it is read, or not. */
  reason: string
}

/** A change to make by hand, because the file is generated from something else. */
export interface ByHand {
  file: string
  /** What to change, and how. */
  reason: string
  /** The converted text. */
  text: string
}

/** The migration of an instance to a release. */
export interface PlanContents {
  target: TargetId
  /** The changes, in this order. */
  steps: Step[]
  /** Errors are about files that have to be corrected first; no step changes these. */
  findings: PlanFinding[]
  /** What `maxFindings` leaves out of the findings, by code and file. */
  omitted: OmittedPlanFindings[]
  /** Changes to make by hand, because the file is generated from something else. */
  byHand: ByHand[]
  /** Every theme file, and every file with a similar name. */
  inventory: InventoryEntry[]
  /** The ledgers of the converted files. */
  ledgers: FileLedger[]
}

/** The migration of an instance to a release, with its result. */
export interface Plan extends PlanContents {
  /** The themes and the branding as the server will read them, by file. */
  documents: ReadonlyMap<string, unknown>
  /** Theme files and their branding, and links or folders that may have some, whose content isn't known. */
  unseen: readonly string[]
}

/** The ledger of a converted file. */
export interface FileLedger {
  file: string
  ledger: Ledger
}

/** The settings for themes in the configuration of the web service. */
export interface WebConfiguration {
  readonly file: string
  /** The theme in use: a path, or a full address. */
  readonly theme?: string
  /** The address of the server that the client talks to. */
  readonly server?: string
  readonly options: NonNullable<ConvertOptions['webOptions']>
  /** All of its options, by the variables that mean the same. */
  readonly settings?: readonly FileSetting[]
  /** Why it can't be read, so that the theme in use isn't known. */
  readonly problem?: string
}

/** A folder or file of this host that is mounted into a container as a part of the assets. */
export interface MountedPart {
  /** The path below the assets folder; `''` for all of it. */
  readonly below: string
  /** The folder or file on this host. */
  readonly source: string
  /** The path in the container. */
  readonly target: string
  readonly isReadOnly: boolean
  readonly isFile: boolean
}

/** The target of a migration, and what is known of the instance beside its files. */
export interface PlanOptions extends FindingLimit {
  readonly target: TargetId
  readonly webOptions?: ConvertOptions['webOptions']
  readonly themeNames?: ConvertOptions['themeNames']
  readonly settings: Settings
  readonly web?: WebConfiguration
  /** What to say of misspelt options that mean one of the links. */
  readonly misspelt?: readonly string[]
  /** Folders and files of the settings that can't be read, as sentences. */
  readonly unreachable?: readonly string[]
  readonly mounts?: readonly MountedPart[]
  /** Whether other files at the destination may be replaced. */
  readonly mayReplace?: boolean
}

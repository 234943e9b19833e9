export type { OmittedFindings } from '../findings/collection.js'
export type { Diagnostic, LocatedDiagnostic } from '../findings/diagnostic.js'
export type { ImageCode, ImageRuleSettings } from '../images/codes.js'
export type {
  ByHand,
  FileLedger,
  InventoryEntry,
  MountedPart,
  OmittedPlanFindings as OmittedMigrationFindings,
  PlanFinding as MigrationFinding,
  Step as MigrationStep,
  WebConfiguration,
} from '../instance/plan.js'
export { SettingsError } from '../settings/error.js'
export type { Mount } from '../settings/service.js'
export type { ServerProcess } from '../settings/services.js'
export type { Environment } from '../settings/settings.js'
export type { FileSetting } from '../settings/web-yaml.js'
export { assetFolder, type DiskAssetFolder } from './disk-assets.js'
export { embeddedImages } from './embedded-images.js'
export { FileExistsError, WriteError } from './file-error.js'
export { NoFilesError } from './find-files.js'
export {
  type ImageInspection,
  type InspectOptions,
  inspectImages,
  MissingSharpError,
} from './image-findings.js'
export type { PartElsewhere } from './instance/read-instance.js'
export { TransactionError as MigrationError } from './instance/tree.js'
export {
  type AppliedMigration,
  type ApplyOptions,
  applyMigration,
  faviconFor,
  type RestoredFolder,
  type ResumedMigration,
  type RolledBackMigration,
  resumeMigration,
  rollbackMigration,
} from './migrations/apply.js'
export {
  InterruptedMigrationError,
  type MigrationOptions,
  type MigrationPlan,
  planMigration,
  type ServerOptions,
} from './migrations/plan-migration.js'
export {
  type FindOptions,
  findThemes,
  type ReadAllOptions,
  type ReadOptions,
  type ReadTheme,
  readTheme,
  readThemes,
  type UnreadableTheme,
} from './read-themes.js'
export {
  readServerSettings,
  type SettingsSources,
} from './settings/read-settings.js'
export { readWebConfig } from './settings/read-web-config.js'
export type { ServerSettings } from './settings/settings-of-server.js'
export type { FileToWrite } from './write-files.js'
export { type WriteOptions, type WrittenFile, writeFiles, writeTheme } from './write-themes.js'

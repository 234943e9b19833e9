export { convert } from './convert/convert.js'
export type { Conversion, Converted, NotConverted } from './convert/convert-with.js'
export type {
  AddedEntry,
  CarriedEntry,
  FilledEntry,
  Ledger,
  LedgerAction,
  LedgerEntry,
  LeftOutEntry,
} from './convert/ledger.js'
export type { ConvertOptions } from './convert/options.js'
export { catalogue, type DiagnosticCode, type RuleCode, type Severity } from './findings/catalogue.js'
export type { FindingLimit, OmittedFindings } from './findings/collection.js'
export type { Diagnostic, LocatedDiagnostic, Position, Range, RelatedPlace } from './findings/diagnostic.js'
export { detectGeneration } from './formats/detect-generation.js'
export {
  type Generation,
  type GenerationDetection,
  generations,
  type LegacyGeneration,
} from './formats/generations.js'
export type { Role } from './formats/roles.js'
export type { SchemaError, Validator } from './formats/schema-findings.js'
export type { WebOptions } from './formats/web-options.js'
export type * from './generated/file-types.js'
export type { KeyNode, Place, Scope, ShownAs, ValueKind } from './generated/places.js'
export type * from './generated/token-types.js'
export type { Pointer } from './json/pointer.js'
export type { Structure } from './json/structure.js'
export type { Json, JsonArray, JsonObject } from './json/value.js'
export { explain } from './resolve/explain.js'
export type { ExplainStep, Explanation } from './resolve/explain-with.js'
export type {
  Choice,
  LayerName,
  Origin,
  Resolution,
  ResolvedProperty,
  ResolvedValue,
  ResolveOptions,
  SourceName,
} from './resolve/resolution.js'
export { resolve, resolveThemes } from './resolve/resolve.js'
export {
  type BrandingOf,
  type BrandingTargetId,
  brandingFor,
  type OpenCloudBranding,
} from './shipped/branding-files.js'
export { type Detection, type DetectOptions, detect } from './shipped/detect.js'
export type { Difference } from './shipped/differences.js'
export type { LogoImage } from './shipped/logo-images.js'
export { makeBranding } from './shipped/make-branding.js'
export type { BrandingParts } from './shipped/make-branding-with.js'
export { detectLogoOnly, type UploadedLogo, type Verdict } from './shipped/verdict.js'
export type { ButtonWithoutHover, PaintedPair } from './targets/contrast-pairs.js'
export { type CurrentTheme, defineTheme, type StrictThemeOf, type ThemeOf } from './targets/define-theme.js'
export type { DesignTokens as TokenValues } from './targets/design-tokens.js'
export {
  type ConversionTargetId,
  defaultOpenCloudTarget,
  defaultTarget,
  type OwnCloudTargetId,
  type TargetId,
  targetFor,
  targets,
} from './targets/index.js'
export type { TokenGroups, TokenNames } from './targets/known-tokens.js'
export type {
  ChoiceRules,
  Family,
  GoneKey,
  MergeRules,
  Need,
  PropertyFallback,
  PropertyGroup,
  PropertyRules,
  Target,
  ThemeMode,
} from './targets/target.js'
export { type ParsedText, parseText } from './text/parse-text.js'
export type { AssetFolder, AssetSearch } from './validate/asset-folder.js'
export type { ValidateOptions } from './validate/options.js'
export type { RuleSettings } from './validate/rule.js'
export { ruleCodes } from './validate/rules.js'
export { validate } from './validate/validate.js'
export type { FindingIn, Validation } from './validate/validate-with.js'

export { type Conversion, convert } from './convert/convert.js'
export type { Ledger, LedgerAction, LedgerEntry } from './convert/ledger.js'
export type { ConvertOptions } from './convert/options.js'
export { catalogue, type DiagnosticCode, type Severity } from './diagnostics/catalogue.js'
export type { Diagnostic, Position, Range, RelatedPlace } from './diagnostics/diagnostic.js'
export type { Pointer } from './document/pointer.js'
export { type ParsedText, parseText } from './document/text.js'
export { detectGeneration, type GenerationDetection } from './formats/detect.js'
export { type Generation, generations, type LegacyGeneration } from './formats/generations.js'
export type { WebOptions } from './formats/web-options.js'
export type {
  Branding,
  LegacyFlatTheme,
  LegacyNamedTheme,
  LegacyUnwrappedTheme,
  LegacyWrappedTheme,
  Ocis5Theme,
  Ocis6Theme,
  Ocis7Theme,
  Ocis8Theme,
  OcisNextTheme,
  Opencloud1Theme,
  Opencloud2Theme,
  Opencloud4Theme,
  Opencloud73Theme,
} from './generated/types.js'
export { type ExplainStep, type Explanation, explain } from './resolve/explain.js'
export { resolve, resolveThemes } from './resolve/resolve.js'
export type {
  Choice,
  LayerName,
  Origin,
  Resolution,
  ResolvedProperty,
  ResolvedValue,
  ResolveOptions,
  SourceName,
} from './resolve/types.js'
export { brandingFor } from './shipped/branding.js'
export { type Detection, type DetectOptions, detect } from './shipped/detect.js'
export type { Difference } from './shipped/differences.js'
export type { LogoImage } from './shipped/logos.js'
export { detectLogoOnly, type UploadedLogo, type Verdict } from './shipped/verdict.js'
export {
  type ConversionTargetId,
  defaultOpenCloudTarget,
  defaultTarget,
  type TargetId,
  targetFor,
  targets,
} from './targets/index.js'
export type { Target } from './targets/target.js'
export { type CurrentTheme, defineTheme, type ThemeOf } from './targets/themes.js'
export type { AssetFolder, AssetSearch } from './validate/assets.js'
export type { ValidateOptions } from './validate/options.js'
export type { RuleSettings } from './validate/rule.js'
export { ruleCodes } from './validate/rules.js'
export { type Validation, validate } from './validate/validate.js'

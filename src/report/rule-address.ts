import { repository, version } from '../../package.json'
import type { DiagnosticCode } from '../findings/catalogue.js'

const pages = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

/** The address of the documentation of a code, in this version. */
export const addressOf = (code: DiagnosticCode) => `${pages}/blob/v${version}/docs/rules.md#${code}`

import { repository, version } from '../../package.json'
import type { DiagnosticCode } from '../findings/catalogue.js'

const pages = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

/** Where a kind of finding is documented, as of this version. */
export const addressOf = (code: DiagnosticCode) => `${pages}/blob/v${version}/docs/rules.md#${code}`

import { isOwnCloudTarget, targetIds } from '../targets/index.js'

/** The major number of a release of oCIS, rolling releases included. */
export type Release = number

/** A variable that a release no longer reads. */
export interface GoneVariable {
  readonly question: 'variables' | 'web-options'
  /** Its name; `*` matches any part of a name. */
  readonly name: string
  /** The first release that no longer reads it. */
  readonly gone: Release
  /** The variables that replace it, each of them alone; empty where there is none. */
  readonly successors: readonly string[]
  /** The value of a successor; the same value unless given. */
  readonly becomes?: (value: string) => string
  /** What else to know, as a sentence. */
  readonly note?: string
  /** The key of the theme that replaces it. */
  readonly themeKey?: 'imprint' | 'privacy' | 'accessDeniedHelp'
}

const variable = (gone: Release, name: string, ...successors: string[]): GoneVariable => ({
  question: 'variables',
  name,
  gone,
  successors,
})

const option = (gone: Release, name: string, themeKey?: GoneVariable['themeKey']): GoneVariable => ({
  question: 'web-options',
  name: `WEB_OPTION_${name}`,
  gone,
  successors: [],
  ...(themeKey !== undefined && { themeKey }),
})

/** The removed variables. oCIS 8.0 and 8.2 removed none. */
export const goneVariables: readonly GoneVariable[] = [
  variable(5, 'LDAP_BIND_PASSWORD', 'OCIS_LDAP_BIND_PASSWORD'),
  variable(5, 'LDAP_USER_SCHEMA_ID_IS_OCTETSTRING', 'OCIS_LDAP_USER_SCHEMA_ID_IS_OCTETSTRING'),
  variable(5, 'SHARING_EVENTS_TLS_ROOT_CA_CERT', 'SHARING_EVENTS_TLS_ROOT_CA_CERTIFICATE'),
  // oCIS 6 (rolling) split the assets folder.
  {
    ...variable(6, 'WEB_ASSET_PATH', 'WEB_ASSET_THEMES_PATH', 'OCIS_ASSET_THEMES_PATH'),
    becomes: (value) => `${value.replace(/\/+$/, '')}/themes`,
    note: 'If the folder also has your own build of the client or apps, set WEB_ASSET_CORE_PATH or WEB_ASSET_APPS_PATH, too.',
  },
  variable(7, 'ANTIVIRUS_ICAP_TIMEOUT', 'ANTIVIRUS_ICAP_SCAN_TIMEOUT'),
  variable(7, '*_CACHE_SIZE'),
  variable(7, '*_STORE_SIZE'),
  variable(7, 'SETTINGS_DATA_PATH'),
  variable(7, 'SETTINGS_STORE_TYPE'),
  variable(7, 'OCIS_DECOMPOSEDFS_METADATA_BACKEND'),
  variable(7, 'STORAGE_SYSTEM_OCIS_METADATA_BACKEND'),
  variable(7, 'STORAGE_USERS_OCIS_METADATA_BACKEND'),
  variable(7, 'STORAGE_USERS_S3NG_METADATA_BACKEND'),
  variable(7, 'OCM_OCM_PROVIDER_AUTHORIZER_VERIFY_REQUEST_HOSTNAME'),
  // The service "store" was removed.
  variable(7, 'STORE_*'),
  option(5, 'IMPRINT_URL', 'imprint'),
  option(5, 'PRIVACY_URL', 'privacy'),
  option(5, 'ACCESS_DENIED_HELP_URL', 'accessDeniedHelp'),
  option(7, 'DISABLE_PREVIEWS'),
  option(7, 'HOME_FOLDER'),
  option(7, 'HOVERABLE_QUICK_ACTIONS'),
  option(7, 'OPEN_LINKS_WITH_DEFAULT_APP'),
  option(7, 'PREVIEW_FILE_MIMETYPES'),
  option(7, 'ROUTING_ID_BASED'),
  option(7, 'SHARING_RECIPIENTS_PER_PAGE'),
  option(7, 'SIDEBAR_SHARES_SHOW_ALL_ON_LOAD'),
]

/** Deprecated in oCIS 5, where it should be switched off, and removed in 7. */
export const resharing = {
  began: 5,
  ended: 7,
  global: 'OCIS_ENABLE_RESHARING',
  local: ['FRONTEND_ENABLE_RESHARING', 'GRAPH_ENABLE_RESHARING', 'SHARING_ENABLE_RESHARING'],
} as const

/** The kinds of caches and stores. */
export const stores = {
  began: 5,
  names: '*_STORE',
  gone: ['redis', 'redis-sentinel', 'etcd', 'nats', 'ocmem'],
  kept: ['nats-js-kv', 'memory', 'noop'],
  /** Its data is lost on a restart. */
  forTests: 'memory',
  successor: 'nats-js-kv',
} as const

/** The service registry: `nats-js-kv` at 127.0.0.1:9233 by default since oCIS 5, `memory` before. */
export const registry = {
  began: 5,
  kind: 'MICRO_REGISTRY',
  address: 'MICRO_REGISTRY_ADDRESS',
  /** The name of the address in a table of the upgrade guide; no release reads it. */
  misnamed: 'MICRO_REGISTRY_ADDR',
  host: 'NATS_NATS_HOST',
  everywhere: '0.0.0.0',
  successor: 'nats-js-kv',
  deprecated: ['mdns', 'nats', 'etcd', 'consul'],
  /** Deprecated according to the guide, supported according to the table of variables. */
  disputed: 'kubernetes',
  forTests: 'memory',
} as const

/** Without one, oCIS 5 and later do not start. */
export const serviceAccount = {
  began: 5,
  variables: ['OCIS_SERVICE_ACCOUNT_ID', 'OCIS_SERVICE_ACCOUNT_SECRET'],
  /** Each service may have its own. */
  perService: ['*_SERVICE_ACCOUNT_ID', '*_SERVICE_ACCOUNT_SECRET'],
} as const

/** Rolling releases of oCIS 6 have it, but not the first ones. */
export const contentPolicy = {
  began: 6,
  everywhere: 7,
  variable: 'PROXY_CSP_CONFIG_FILE_LOCATION',
} as const

/** The variables that both products, and all releases of OpenCloud, read under the same name. */
export const commonVariables: readonly string[] = ['WEB_*']

/** The releases to upgrade from: those before the first target, and every released target. */
export const sources: readonly string[] = [
  'ocis-2',
  'ocis-3',
  'ocis-4',
  ...targetIds.filter((id) => numberOf(id) !== undefined || !isOwnCloudTarget(id)),
]

/** The release of a target; for OpenCloud 7, from which it was forked. */
export function releaseOf(target: string): Release {
  const released = targetIds.map((id) => numberOf(id) ?? 0)
  // The development state comes after all releases.
  return numberOf(target) ?? (target.startsWith('ocis-') ? Math.max(...released) + 1 : 7)
}

function numberOf(target: string): Release | undefined {
  const [, number] = /^ocis-(\d+)$/.exec(target) ?? []
  return number === undefined ? undefined : Number(number)
}

import type { Descriptions } from '../findings/description.js'
import type { Metas } from '../findings/meta.js'
import type { ExampleContent } from '../instance/codes.js'
import type { Settings } from '../settings/settings.js'
import type { TargetId } from '../targets/index.js'
import type { QuestionId } from './answer.js'

export const meta = {
  'variable-gone': { severity: 'warning', title: 'Variable without effect' },
  'variable-renamed': { severity: 'error', title: 'Renamed variable' },
  'registry-deprecated': { severity: 'warning', title: 'Deprecated service registry' },
  'registry-address': { severity: 'error', title: "Services can't find each other" },
  'service-account-missing': { severity: 'error', title: 'Missing service account' },
  'resharing-set': { severity: 'warning', title: 'Resharing is set' },
  'store-gone': { severity: 'error', title: 'Removed kind of store' },
  'web-option-gone': { severity: 'warning', title: 'Web option without effect' },
  'web-option-misspelt': { severity: 'warning', title: 'Misspelt web option' },
  'content-policy': { severity: 'warning', title: 'Images blocked by the content security policy' },
  'theme-to-migrate': { severity: 'warning', title: 'Theme to migrate' },
  'logo-to-migrate': { severity: 'warning', title: 'Uploaded logo to migrate' },
  'data-folder-elsewhere': { severity: 'error', title: 'Data mounted at the folder of the other product' },
  'upgrade-unknown': { severity: 'warning', title: 'Not enough information' },
} as const satisfies Metas

/** A server of any earlier release that is upgraded. What isn't given here is known and right. */
export interface ServerExample {
  /** Its variables, besides those of a service account. */
  readonly server: Readonly<Record<string, string>>
  /** Whether the service account is known to be missing. */
  readonly lacksServiceAccount?: true
  /** Its web assets folder; an empty one unless given. */
  readonly folder?: Readonly<Record<string, ExampleContent>>
  readonly settings?: Settings
  readonly mountTargets?: readonly string[]
  /** `ocis-8` unless given. */
  readonly target?: TargetId
  /** The question that the example is about; all of them unless given. */
  readonly question?: QuestionId
}

export function description(): Descriptions<typeof meta, ServerExample> {
  const images = {
    'themes/acme/logo.svg': 'image',
    'themes/acme/favicon.png': 'image',
    'themes/acme/harbour.jpg': 'image',
  } as const
  const theme = 'themes/owncloud/theme.json'
  const right: ServerExample = { server: {} }
  const moved = { target: 'opencloud-7.3', question: 'variables' } as const
  return {
    'variable-gone': {
      why: 'The release no longer reads this variable, and it has no successor: the setting has no effect any more.',
      since: 'oCIS 5',
      wrong: { server: { OCIS_CACHE_SIZE: '512' } },
      right,
    },
    'variable-renamed': {
      why: 'The old name is silently ignored, and the default applies: a bind to LDAP, for example, then fails.',
      since: 'oCIS 5',
      wrong: { server: { ANTIVIRUS_ICAP_TIMEOUT: '30' } },
      right: { server: { ANTIVIRUS_ICAP_SCAN_TIMEOUT: '30' } },
    },
    'registry-deprecated': {
      why: 'From oCIS 5 on services register in nats-js-kv. Other registries are deprecated, and memory is for tests only.',
      since: 'oCIS 5',
      wrong: { server: { MICRO_REGISTRY: 'mdns' } },
      right: { server: { MICRO_REGISTRY: 'nats-js-kv' } },
    },
    'registry-address': {
      why: "The registry of oCIS 5 is at 127.0.0.1:9233 unless an address is set. Services in other containers don't find it there.",
      since: 'oCIS 5',
      wrong: { server: { MICRO_REGISTRY_ADDR: 'nats:9233' } },
      right: { server: { MICRO_REGISTRY_ADDRESS: 'nats:9233' } },
    },
    'service-account-missing': {
      why: "Services of oCIS 5 call each other with a service account. Servers that were set up with an earlier release have none, and don't start.",
      since: 'oCIS 5',
      wrong: { server: {}, lacksServiceAccount: true },
      right,
    },
    'resharing-set': {
      why: 'Resharing is deprecated since oCIS 5, which needs one setting for all services, and removed in oCIS 7.',
      since: 'oCIS 5',
      wrong: { server: { GRAPH_ENABLE_RESHARING: 'true' } },
      right,
    },
    'store-gone': {
      why: 'Since oCIS 5, caches and stores are in nats-js-kv. Most other kinds are removed; memory is for tests only.',
      since: 'oCIS 5',
      wrong: { server: { OCIS_CACHE_STORE: 'redis' } },
      right: { server: { OCIS_CACHE_STORE: 'nats-js-kv' } },
    },
    'web-option-gone': {
      why: 'The web client no longer reads this option. Three links moved into the theme; the other options have no successor.',
      since: 'oCIS 5',
      wrong: { server: { WEB_OPTION_HOME_FOLDER: '/' } },
      right,
    },
    'web-option-misspelt': {
      why: 'No release reads an option of this name, and there is one with nearly the same: it has no effect, and a link is not carried over into the theme.',
      since: 'all releases',
      wrong: { server: { WEB_OPTION_PRIVACY: 'https://acme.example/privacy' } },
      right: { server: { WEB_OPTION_LOGOUT_URL: 'https://acme.example/logout' } },
    },
    'content-policy': {
      why: 'Pages load no images and fonts from other hosts, unless the administrator allows these hosts.',
      since: 'oCIS 7 (rolling releases of 6)',
      wrong: { server: {}, folder: { ...images, [theme]: 'theme with a logo elsewhere' } },
      right: { server: {}, folder: { ...images, [theme]: 'current theme' } },
    },
    'theme-to-migrate': {
      why: 'The new client rejects themes in the shape of earlier releases, and shows its own theme instead.',
      since: 'oCIS 5',
      wrong: { server: {}, folder: { ...images, [theme]: 'legacy theme' } },
      right: { server: {}, folder: { ...images, [theme]: 'current theme' } },
    },
    'logo-to-migrate': {
      why: 'Up to oCIS 5 an uploaded logo was kept in another folder, which later releases do not serve.',
      since: 'oCIS 6',
      wrong: {
        server: {},
        folder: { ...images, [theme]: 'theme with an uploaded logo', 'branding/acme.png': 'image' },
      },
      right: {
        server: {},
        folder: { ...images, [theme]: 'theme with an uploaded logo', 'themes/_branding/acme.png': 'image' },
      },
    },
    'data-folder-elsewhere': {
      why: 'The images of oCIS keep their data in /var/lib/ocis, those of OpenCloud in /var/lib/opencloud. A server that finds nothing there starts with an empty folder.',
      since: 'OpenCloud 1',
      wrong: { server: {}, ...moved, mountTargets: ['/var/lib/ocis'] },
      right: { server: {}, ...moved, mountTargets: ['/var/lib/opencloud'] },
    },
    'upgrade-unknown': {
      why: 'A question is answered only with all the necessary information. The message says what is missing, and how to supply it.',
      since: 'all releases',
      wrong: { server: { OCIS_EXCLUDE_RUN_SERVICES: 'search' } },
      right,
    },
  }
}

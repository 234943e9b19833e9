import type { Descriptions } from '../findings/description.js'
import type { Metas } from '../findings/meta.js'
import type { WebOptions } from '../formats/web-options.js'
import type { Settings } from '../settings/settings.js'
import type { TargetId } from '../targets/index.js'
import type { MountedPart, WebConfiguration } from './plan.js'

export const meta = {
  'already-current': { severity: 'info', title: 'Theme already right for the target' },
  'theme-not-active': { severity: 'warning', title: 'Theme not in use' },
  'theme-misnamed': { severity: 'warning', title: 'Misnamed theme file' },
  'theme-misses-merge': { severity: 'warning', title: 'Theme outside the folder that the server merges' },
  'theme-on-other-host': { severity: 'error', title: 'Theme served by another host' },
  'theme-overruled': { severity: 'warning', title: 'Theme in the web configuration is overruled' },
  'out-of-reach': { severity: 'error', title: 'Part of the instance out of reach' },
  'folder-read-only': { severity: 'error', title: 'Folder cannot be written' },
  'file-not-changeable': { severity: 'error', title: 'File cannot be changed' },
  'mount-read-only': { severity: 'info', title: 'Folder mounted read-only' },
  'mount-of-file': { severity: 'warning', title: 'Mounted file is moved or deleted' },
  'file-exists': { severity: 'error', title: 'Another file at the destination' },
  'setting-differs': { severity: 'warning', title: 'Setting is read differently by the other product' },
  'active-theme-missing': { severity: 'error', title: 'Theme in use is missing' },
  'asset-path-gone': { severity: 'warning', title: 'Setting no longer has an effect' },
  'web-options-lost': { severity: 'warning', title: 'Old web options are not carried over' },
  'upload-again': { severity: 'warning', title: 'Logo has to be uploaded again' },
  'branding-exists': { severity: 'warning', title: 'Branding file already exists' },
  'logo-hidden': { severity: 'warning', title: 'Theme hides the uploaded logo' },
  'image-conflict': { severity: 'error', title: 'Two images with the same destination' },
  'image-unused': { severity: 'info', title: 'Unused image' },
  'symbolic-link': { severity: 'warning', title: 'Symbolic link not followed' },
} as const satisfies Metas

/** The content of a file in the assets folder of an example. */
export type ExampleContent =
  | 'legacy theme'
  | 'current theme'
  | 'OpenCloud theme'
  | 'uploaded logo'
  | 'legacy upload'
  | 'branding'
  | 'theme with an uploaded logo'
  | 'theme with a logo elsewhere'
  | 'image'
  | 'other image'

/** The web assets folder of a server that is migrated to a release, with what is known of the server. */
export interface InstanceExample {
  readonly instance: Readonly<Record<string, ExampleContent>>
  readonly links?: readonly string[]
  readonly settings?: Settings
  readonly web?: WebConfiguration
  readonly unreachable?: readonly string[]
  /** Why the files of the plan can't be changed: by the folder that they are in, or by their owner. */
  readonly refused?: { readonly readOnly: string } | { readonly owner: number }
  readonly mounts?: readonly MountedPart[]
  readonly webOptions?: WebOptions
  readonly target?: TargetId
  /** The assets folder of the server that takes over. */
  readonly destination?: Readonly<Record<string, ExampleContent>>
  /** All variables of the old server. */
  readonly variables?: Readonly<Record<string, string>>
}

export function description(): Descriptions<typeof meta, InstanceExample> {
  /** The images of the example theme. */
  const images = {
    'themes/acme/logo.svg': 'image',
    'themes/acme/favicon.png': 'image',
    'themes/acme/harbour.jpg': 'image',
  } as const satisfies Record<string, ExampleContent>

  const own = { ...images, 'themes/owncloud/theme.json': 'legacy theme' } as const
  const uploaded = { 'themes/owncloud/theme.json': 'uploaded logo', 'branding/acme.png': 'image' } as const
  const overruled = { web: { file: 'config.json', theme: '/themes/acme/theme.json', options: {} } } as const
  const openCloud = 'themes/opencloud/theme.json'
  const image = { 'themes/acme/logo.svg': 'image' } as const
  const fine: InstanceExample = { instance: own }
  const volume: MountedPart = {
    below: 'themes/owncloud/theme.json',
    source: '/srv/acme/theme.json',
    target: '/var/lib/ocis/web/assets/themes/owncloud/theme.json',
    isReadOnly: false,
    isFile: false,
  }
  return {
    'already-current': {
      why: 'The theme needs no conversion. Listed for completeness.',
      since: 'oCIS 5',
      wrong: { instance: { ...images, 'themes/owncloud/theme.json': 'current theme' } },
      right: fine,
    },
    'theme-not-active': {
      why: 'Clients load only the theme in WEB_UI_THEME_PATH. All others are unused, or the setting is wrong. The built-in login page of oCIS reads only themes/owncloud/theme.json, whatever the setting is; it shows a logo from oCIS 6.6 on.',
      since: 'oCIS 3',
      wrong: { instance: { ...images, 'themes/acme/theme.json': 'legacy theme' } },
      right: {
        instance: { ...images, 'themes/acme/theme.json': 'legacy theme' },
        settings: { theme: '/themes/acme/theme.json' },
      },
    },
    'theme-misnamed': {
      why: 'Servers and clients look for theme.json, in lower case and without another extension. Files with similar names have no effect.',
      since: 'all releases',
      wrong: { instance: { 'themes/owncloud/themes.json': 'legacy theme' } },
      right: fine,
    },
    'theme-misses-merge': {
      why: 'The server adds the share roles and the branding only to themes/<name>/theme.json. Any other file reaches clients unchanged, and they reject it without share roles.',
      since: 'oCIS 6',
      wrong: {
        instance: { ...images, 'themes/acme/custom.json': 'legacy theme' },
        settings: { theme: '/themes/acme/custom.json' },
      },
      right: {
        instance: { ...images, 'themes/acme/theme.json': 'legacy theme' },
        settings: { theme: '/themes/acme/theme.json' },
      },
    },
    'theme-on-other-host': {
      why: "With WEB_UI_THEME_SERVER, or an address in the web configuration, clients load their theme from another host. They don't show the themes of this server.",
      since: 'oCIS 3',
      wrong: {
        instance: own,
        settings: { themeServer: 'https://themes.example', url: 'https://cloud.example' },
      },
      right: {
        instance: own,
        settings: { themeServer: 'https://cloud.example', url: 'https://cloud.example' },
      },
    },
    'theme-overruled': {
      why: "The server replaces the theme in the file of WEB_UI_CONFIG_FILE with WEB_UI_THEME_PATH, or with its default theme. It is an error where only --web-config names the file, as then it isn't known which theme users see.",
      since: 'oCIS 3',
      wrong: { instance: own, ...overruled, settings: { configuration: 'config.json' } },
      right: {
        instance: { ...images, 'themes/acme/theme.json': 'legacy theme' },
        ...overruled,
        settings: { configuration: 'config.json', theme: '/themes/acme/theme.json' },
      },
    },
    'out-of-reach': {
      why: 'The settings name a folder or file that is not on this host, or is in a volume. It was not inspected, and may have to be migrated.',
      since: 'all releases',
      wrong: { instance: own, unreachable: ['WEB_ASSET_THEMES_PATH naming /srv/themes, which is not here'] },
      right: fine,
    },
    'folder-read-only': {
      why: 'This account may not write into a folder of the plan, or it is mounted read-only here: --apply stops before it changes anything.',
      since: 'all releases',
      wrong: { instance: own, refused: { readOnly: 'the disk can only be read.' } },
      right: fine,
    },
    'file-not-changeable': {
      why: 'A file of the plan belongs to another account or group, so that a new one might not be readable for the server, or it is too large: --apply stops before it changes anything.',
      since: 'all releases',
      wrong: { instance: own, refused: { owner: 1000 } },
      right: fine,
    },
    'mount-read-only': {
      why: 'A volume of the compose file is marked "ro". The migration changes the files on the host; the server itself can\'t, so that logo uploads fail.',
      since: 'all releases',
      wrong: { instance: own, mounts: [{ ...volume, isReadOnly: true }] },
      right: { instance: own, mounts: [volume] },
    },
    'mount-of-file': {
      why: 'The compose file mounts a single file that the plan moves or deletes. Docker creates a folder where the source of a mount is missing.',
      since: 'all releases',
      wrong: { instance: uploaded, mounts: [{ ...volume, isFile: true }], target: 'ocis-7' },
      right: { instance: own, mounts: [{ ...volume, isFile: true }] },
    },
    'file-exists': {
      why: "The new server has another theme or branding file there. Which of the two is right can't be determined automatically. With --force the migrated one replaces it; --rollback restores it.",
      since: 'all releases',
      wrong: {
        instance: { ...image, [openCloud]: 'OpenCloud theme' },
        destination: { [openCloud]: 'current theme' },
        target: 'opencloud-7.3',
      },
      right: {
        instance: { ...image, [openCloud]: 'OpenCloud theme' },
        destination: {},
        target: 'opencloud-7.3',
      },
    },
    'setting-differs': {
      why: 'OpenCloud reads some settings of oCIS under other names. Unchanged, they have no effect. Paths to folders of the old server make it show the old themes.',
      since: 'OpenCloud 1',
      wrong: {
        instance: {},
        destination: {},
        variables: { OCIS_URL: 'https://cloud.example' },
        target: 'opencloud-7.3',
      },
      right: {
        instance: {},
        destination: {},
        variables: { OC_URL: 'https://cloud.example' },
        target: 'opencloud-7.3',
      },
    },
    'active-theme-missing': {
      why: 'The server finds no file at WEB_UI_THEME_PATH, and clients show their stock theme.',
      since: 'oCIS 3',
      wrong: { instance: {}, settings: { theme: '/themes/acme/theme.json' } },
      right: { instance: {} },
    },
    'asset-path-gone': {
      why: "WEB_ASSET_PATH has no effect since oCIS 6 split the assets folder. Without its successor the server doesn't find the themes.",
      since: 'oCIS 6',
      wrong: { instance: {}, settings: { assets: '/srv/web' } },
      right: { instance: {}, settings: { assets: '/srv/web', themes: '/srv/web/themes' } },
    },
    'web-options-lost': {
      why: 'Since oCIS 5 the links to imprint, privacy statement and help come only from the theme. Without a theme of its own an instance loses them on the upgrade, unless the branding file has them: a migration adds them to the one that keeps an uploaded logo.',
      since: 'ownCloud Web 8.0 (oCIS 5)',
      wrong: { instance: {}, webOptions: { imprintUrl: 'https://acme.example/imprint' } },
      right: {
        instance: { ...own, 'themes/owncloud/theme.json': 'current theme' },
        webOptions: { privacyUrl: 'https://acme.example/privacy' },
      },
    },
    'upload-again': {
      why: 'Without a branding file, oCIS 5 keeps an uploaded logo in a copy of the whole theme. Upload the logo there again.',
      since: 'oCIS 5',
      wrong: { instance: { ...uploaded, 'themes/owncloud/theme.json': 'legacy upload' }, target: 'ocis-5' },
      right: { instance: uploaded, target: 'ocis-7' },
    },
    'branding-exists': {
      why: 'The new server already has an uploaded logo, which differs from that of the old server.',
      since: 'oCIS 6',
      wrong: {
        instance: {
          ...uploaded,
          'themes/_branding/theme.json': 'branding',
          'themes/_branding/other.png': 'other image',
        },
        target: 'ocis-7',
      },
      right: { instance: uploaded, target: 'ocis-7' },
    },
    'logo-hidden': {
      why: 'A logo upload changes only the defaults, and a theme with its own logo ignores them. Servers after August 2026 replace these logos too.',
      since: 'oCIS 6',
      wrong: { instance: uploaded, target: 'ocis-8' },
      right: { instance: uploaded, target: 'ocis-next' },
    },
    'image-conflict': {
      why: "Two different images have the same name. The right one can't be determined automatically.",
      since: 'oCIS 6',
      wrong: { instance: { ...uploaded, 'themes/_branding/acme.png': 'other image' }, target: 'ocis-7' },
      right: { instance: uploaded, target: 'ocis-7' },
    },
    'image-unused': {
      why: "The image may come from a failed upload, or a path in the theme is misspelt. While a theme or the branding can't be read, no image is called unused.",
      since: 'all releases',
      wrong: { instance: { ...own, 'themes/acme/old.png': 'image' } },
      right: fine,
    },
    'symbolic-link': {
      why: 'A link may lead out of the folder, to files that other servers or programs use. They are not changed. It is an error where the theme in use is behind the link.',
      since: 'all releases',
      wrong: { instance: {}, links: ['themes/acme'] },
      right: { instance: {} },
    },
  }
}

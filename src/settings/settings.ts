import type { WebOptions } from '../formats/web-options.js'

/** Environment variables by their names; an empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The settings for themes in the environment of a server. */
export interface Settings {
  /** `WEB_UI_THEME_PATH`: the theme in use. */
  readonly theme?: string
  /** `WEB_UI_THEME_SERVER`: the host that the theme is loaded from; the server itself unless set. */
  readonly themeServer?: string
  /** `OCIS_URL`, `OC_URL` or `WEB_UI_CONFIG_SERVER`: the server's own address. */
  readonly url?: string
  /** `WEB_ASSET_PATH`: the assets folder, up to oCIS 5. */
  readonly assets?: string
  /** `WEB_ASSET_THEMES_PATH`, `OCIS_ASSET_THEMES_PATH` or `OC_ASSET_THEMES_PATH`: the themes folder, since oCIS 6. */
  readonly themes?: string
  /** `OCIS_BASE_DATA_PATH` or `OC_BASE_DATA_PATH`: the data folder. */
  readonly data?: string
  /** `WEB_UI_CONFIG_FILE`: the configuration with the three old web options. */
  readonly configuration?: string
}

/** The variables of each setting; the first one that is set counts. */
const variables = {
  theme: ['WEB_UI_THEME_PATH'],
  themeServer: ['WEB_UI_THEME_SERVER'],
  url: ['OCIS_URL', 'OC_URL', 'WEB_UI_CONFIG_SERVER'],
  assets: ['WEB_ASSET_PATH'],
  themes: ['WEB_ASSET_THEMES_PATH', 'OCIS_ASSET_THEMES_PATH', 'OC_ASSET_THEMES_PATH'],
  data: ['OCIS_BASE_DATA_PATH', 'OC_BASE_DATA_PATH'],
  configuration: ['WEB_UI_CONFIG_FILE'],
} as const satisfies Record<keyof Settings, readonly string[]>

/**
 * Reads the settings that concern themes from the variables of an environment.
 *
 * @example
 * settingsOf({ WEB_UI_THEME_PATH: '/themes/acme/theme.json' }) // { theme: '/themes/acme/theme.json' }
 */
export function settingsOf(environment: Environment): Settings {
  const settings: Partial<Record<keyof Settings, string>> = {}
  for (const [setting, names] of Object.entries(variables)) {
    const name = names.find((each) => isSet(environment, each))
    if (name !== undefined) settings[setting as keyof Settings] = environment[name] as string
  }
  return settings
}

/** Whether a variable is set. An empty one isn't, as for the server. */
export const isSet = (environment: Environment, name: string): boolean => (environment[name] ?? '') !== ''

/** The variable that sets a setting, or could. */
export function variableOf(setting: keyof Settings, environment: Environment): string {
  const names: readonly string[] = variables[setting]
  return names.find((name) => isSet(environment, name)) ?? names[0] ?? setting
}

/** The variable of a setting that only the web service reads. */
export const webVariableOf = (setting: Exclude<keyof Settings, 'data'>): string =>
  variables[setting].find((name) => name.startsWith('WEB_')) as string

/** The variables for the old web options, up to oCIS 4. A configuration file replaces them. */
const webOptionVariables = {
  imprintUrl: 'WEB_OPTION_IMPRINT_URL',
  privacyUrl: 'WEB_OPTION_PRIVACY_URL',
  accessDeniedHelpUrl: 'WEB_OPTION_ACCESS_DENIED_HELP_URL',
} as const satisfies Record<keyof WebOptions, string>

/** Whether a variable is one of these. */
export const isLinkVariable = (name: string): boolean =>
  Object.values<string>(webOptionVariables).includes(name)

/** The old web options of an environment. */
export function webOptionsOf(environment: Environment): WebOptions {
  const options: WebOptions = {}
  for (const [option, name] of Object.entries(webOptionVariables)) {
    if (isSet(environment, name)) options[option as keyof WebOptions] = environment[name] as string
  }
  return options
}

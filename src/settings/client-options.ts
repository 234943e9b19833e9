import { bareName, nearest } from '../findings/nearest.js'

/** The prefix of the variables for options of the web client. */
const OPTION = 'WEB_OPTION_'

/** The options of the web client that any release of oCIS or OpenCloud has or had, with the ends of their variables. */
const variableOptions = {
  accessDeniedHelpUrl: 'ACCESS_DENIED_HELP_URL',
  'accountEditLink.href': 'ACCOUNT_EDIT_LINK_HREF',
  'concurrentRequests.resourceBatchActions': 'CONCURRENT_REQUESTS_RESOURCE_BATCH_ACTIONS',
  'concurrentRequests.shares.create': 'CONCURRENT_REQUESTS_SHARES_CREATE',
  'concurrentRequests.shares.list': 'CONCURRENT_REQUESTS_SHARES_LIST',
  'concurrentRequests.sse': 'CONCURRENT_REQUESTS_SSE',
  contextHelpersReadMore: 'CONTEXTHELPERS_READ_MORE',
  defaultAppId: 'DEFAULT_APP_ID',
  disabledExtensions: 'DISABLED_EXTENSIONS',
  disableFeedbackLink: 'DISABLE_FEEDBACK_LINK',
  disablePreviews: 'DISABLE_PREVIEWS',
  'editor.autosaveEnabled': 'EDITOR_AUTOSAVE_ENABLED',
  'editor.autosaveInterval': 'EDITOR_AUTOSAVE_INTERVAL',
  'embed.delegateAuthentication': 'EMBED_DELEGATE_AUTHENTICATION',
  'embed.delegateAuthenticationOrigin': 'EMBED_DELEGATE_AUTHENTICATION_ORIGIN',
  'embed.enabled': 'EMBED_ENABLED',
  'embed.messagesOrigin': 'EMBED_MESSAGES_ORIGIN',
  'embed.target': 'EMBED_TARGET',
  'feedbackLink.ariaLabel': 'FEEDBACKLINK_ARIALABEL',
  'feedbackLink.description': 'FEEDBACKLINK_DESCRIPTION',
  'feedbackLink.href': 'FEEDBACKLINK_HREF',
  homeFolder: 'HOME_FOLDER',
  hoverableQuickActions: 'HOVERABLE_QUICK_ACTIONS',
  imprintUrl: 'IMPRINT_URL',
  loginUrl: 'LOGIN_URL',
  logoutUrl: 'LOGOUT_URL',
  openAppsInTab: 'OPEN_APPS_IN_TAB',
  openLinksWithDefaultApp: 'OPEN_LINKS_WITH_DEFAULT_APP',
  previewFileMimeTypes: 'PREVIEW_FILE_MIMETYPES',
  privacyUrl: 'PRIVACY_URL',
  'routing.idBased': 'ROUTING_ID_BASED',
  runningOnEos: 'RUNNING_ON_EOS',
  sharingRecipientsPerPage: 'SHARING_RECIPIENTS_PER_PAGE',
  'sidebar.exif.showLocation': 'SIDEBAR_EXIF_SHOW_LOCATION',
  'sidebar.shares.showAllOnLoad': 'SIDEBAR_SHARES_SHOW_ALL_ON_LOAD',
  tokenStorageLocal: 'TOKEN_STORAGE_LOCAL',
  'upload.companionUrl': 'UPLOAD_COMPANION_URL',
  'upload.xhr.timeout': 'UPLOAD_XHR_TIMEOUT',
  userListRequiresFilter: 'USER_LIST_REQUIRES_FILTER',
} as const

/** Options that clients read, but that have no variable. */
const otherOptions: readonly string[] = [
  ...['cernFeatures', 'contextHelpers', 'defaultExtension', 'displayResourcesLazy', 'displayThumbnails'],
  ...['hideLogo', 'isRunningOnEos', 'openFilesInNewTab', 'topCenterNotifications'],
  ...[
    'concurrentRequests.avatars',
    'editor.openAsPreview',
    'ocm.openRemotely',
    'routing.fullShareOwnerPaths',
  ],
  ...['embed.extensions', 'embed.fileTypes', 'embed.chooseFileName', 'embed.chooseFileNameSuggestion'],
]

const suffixes: ReadonlyMap<string, string> = new Map(Object.entries(variableOptions))
const paths: ReadonlyMap<string, string> = new Map([...suffixes].map(([path, suffix]) => [suffix, path]))

const spellings: ReadonlyMap<string, string> = new Map(
  [...suffixes].map(([path, suffix]) => [path.toLowerCase(), suffix]),
)

/**
 * The variable that means the same as an option of a configuration file.
 *
 * @param path the keys below "options", with points between them
 * @param isYaml whether the file is one of YAML, in which the server doesn't distinguish upper and lower case
 */
export function variableOfOption(path: string, isYaml = false): string {
  const known = suffixes.get(path) ?? (isYaml ? spellings.get(path.toLowerCase()) : undefined)
  return OPTION + (known ?? path.replace(/(?<=[a-z\d])(?=[A-Z])|\./g, '_').toUpperCase())
}

const others: ReadonlySet<string> = new Set(otherOptions.map((path) => variableOfOption(path)))

/**
 * What to say of a misspelt option.
 *
 * @param variable the variable, or the one that means the same as an option of a file
 * @param place the key in a file, if it isn't a variable
 * @returns the known option that it means, and a message; `undefined` for a known option, and for one that is like none
 */
export function misspeltOption(
  variable: string,
  place: string | undefined,
): { readonly meant: string; readonly message: string } | undefined {
  const suffix = variable.slice(OPTION.length)
  if (!variable.startsWith(OPTION) || paths.has(suffix) || others.has(variable)) return undefined
  const names = [...paths.keys()]
  const starting = names.filter((name) => name.startsWith(`${suffix}_`))
  const meant =
    names.find((name) => bareName(name) === bareName(suffix)) ??
    nearest(suffix, names, true) ??
    (starting.length === 1 ? starting[0] : undefined)
  if (meant === undefined) return undefined
  const name = place === undefined ? OPTION + meant : `"${paths.get(meant)}"`
  const message = `${place ?? variable} is not an option of the web client, so it has no effect. Did you mean ${name}?`
  return { meant: OPTION + meant, message }
}

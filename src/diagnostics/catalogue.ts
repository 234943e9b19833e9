/** How bad a finding is: this release rejects it or breaks; it works, but not as meant; worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

interface Kind {
  readonly severity: Severity
  /** The kind of finding in a few words, without the particulars. */
  readonly title: string
  /** What of the place is meant, where it isn't the value. */
  readonly part?: 'key'
}

/** Every kind of finding, declared once. */
export const catalogue = {
  // Reading a text
  'unreadable-file': { severity: 'error', title: 'The file cannot be read' },
  'empty-file': { severity: 'error', title: 'The file is empty' },
  'wrong-encoding': { severity: 'error', title: 'The file is not UTF-8' },
  'byte-order-mark': { severity: 'error', title: 'The file starts with a byte-order mark' },
  'syntax-error': { severity: 'error', title: 'The text is not JSON' },
  'duplicate-key': { severity: 'error', title: 'A key stands twice in one object' },
  'too-deep': { severity: 'error', title: 'The text is nested deeper than any theme' },

  // What kind of document it is
  'not-a-theme': { severity: 'error', title: 'The document is not a theme' },
  'mixed-generations': { severity: 'error', title: 'The document mixes shapes of different generations' },
  'legacy-theme': { severity: 'error', title: 'The theme has a shape that the target does not read' },
  'other-product': { severity: 'error', title: 'The theme was written for another product' },
  'branding-file': { severity: 'error', title: 'The document is a branding file, not a theme' },

  // The target's own check
  'wrong-type': { severity: 'error', title: 'A value has the wrong type' },
  'missing-key': { severity: 'error', title: 'A required key is missing' },
  'value-not-allowed': { severity: 'error', title: 'A value is none of the allowed ones' },
  'too-many-items': { severity: 'error', title: 'A list has too many items' },

  // What the pages need after the check
  'no-theme': { severity: 'error', title: 'There is no theme that the client can show' },
  'missing-common': { severity: 'error', title: 'Name, slogan and links are missing' },
  'missing-links': { severity: 'error', title: 'The links are missing' },
  'missing-share-roles': { severity: 'error', title: 'The share roles are missing' },
  'missing-design-tokens': { severity: 'error', title: 'The design tokens are missing' },
  'missing-material-roles': { severity: 'warning', title: 'The Material roles are missing' },
  'missing-color-palette': { severity: 'warning', title: 'A theme ends up without a colour palette' },
  'duplicate-theme-name': { severity: 'warning', title: 'Two themes have the same name' },

  'blank-theme-name': { severity: 'warning', title: 'A theme has no name' },
  'same-look': { severity: 'warning', title: 'Two themes show the same' },
  'no-light-theme': { severity: 'info', title: 'There is no light theme' },
  'no-dark-theme': { severity: 'info', title: 'There is no dark theme' },
  'no-vault-theme': { severity: 'info', title: 'There is no theme for the vault' },
  'share-roles-hidden': { severity: 'warning', title: 'The defaults hide all share roles' },
  'missing-app-scheme': { severity: 'warning', title: 'The app banner leads nowhere' },

  // Keys that clients ignore
  'misspelt-key': { severity: 'warning', title: 'A key is nearly one that clients read', part: 'key' },
  'misplaced-key': {
    severity: 'warning',
    title: 'A key stands where no client reads it',
    part: 'key',
  },
  'unknown-key': { severity: 'info', title: 'No client reads a key', part: 'key' },
  'ignored-generation': {
    severity: 'warning',
    title: 'Parts of another generation stand in a current theme',
    part: 'key',
  },
  'branding-not-read': { severity: 'warning', title: 'The target does not read branding files' },

  // Design tokens
  'invalid-color': { severity: 'warning', title: 'A colour is none' },
  'invalid-length': { severity: 'warning', title: 'A length is none' },
  'misspelt-token': {
    severity: 'warning',
    title: 'A token is nearly one that clients read',
    part: 'key',
  },
  'unused-token': { severity: 'info', title: 'No page reads a token', part: 'key' },

  // Accessibility
  'low-contrast': { severity: 'warning', title: 'Text is hard to read for most people' },
  'weak-contrast': { severity: 'info', title: 'Small text is hard to read for some people' },

  // Images
  'image-unreachable': { severity: 'warning', title: 'No browser loads an image from such an address' },
  'image-outside-root': { severity: 'warning', title: 'The path of an image leads out of the site' },
  'absolute-logo': { severity: 'warning', title: 'The built-in login page cannot show the logo' },
  'image-other-host': { severity: 'warning', title: 'An image stands on another host' },
  'image-insecure': { severity: 'warning', title: 'An image is loaded without encryption' },
  'image-data-too-large': { severity: 'warning', title: 'A large image stands in the theme file' },
  'image-format': { severity: 'warning', title: 'Browsers do not show files of this format' },
  'upload-format': { severity: 'warning', title: 'The logo upload takes no files of this format' },
  'image-backslash': { severity: 'warning', title: 'A path has backslashes' },
  'background-breaks-url': { severity: 'warning', title: 'The path of the login page’s picture breaks' },
  'image-space': { severity: 'info', title: 'A path has spaces' },
  'image-missing': { severity: 'warning', title: 'An image is not in the assets folder' },
  'image-wrong-case': { severity: 'warning', title: 'An image is spelt in another case' },

  // What images are, where somebody looks into them
  'image-unreadable': { severity: 'warning', title: 'A file is no image that browsers show' },
  'image-wrong-format': { severity: 'warning', title: 'An image is not what its name says' },
  'image-script': { severity: 'error', title: 'An image runs programs' },
  'image-loads': { severity: 'warning', title: 'An image asks for other files' },
  'image-heavy': { severity: 'warning', title: 'An image has many bytes' },
  'image-animated': { severity: 'warning', title: 'An image moves' },
  'image-size': { severity: 'warning', title: 'An image does not fit where it is shown' },
  'image-invisible': { severity: 'warning', title: 'A logo has the colour of what is below it' },

  // Safety
  'script-link': { severity: 'error', title: 'A link runs a script' },
  'unusual-link': { severity: 'warning', title: 'A link has an unusual scheme' },
  'link-without-scheme': { severity: 'warning', title: 'A link to another site lacks its scheme' },
  'unsafe-token': { severity: 'error', title: 'A token could load or change something' },
  'banner-icon-breaks-out': { severity: 'error', title: 'The icon of the app banner ends its style' },
  'invalid-app-scheme': { severity: 'warning', title: 'The scheme of the app is none' },
  'hostile-key': { severity: 'warning', title: 'A key means something else on every object', part: 'key' },
  'file-too-large': { severity: 'warning', title: 'The file is larger than visitors should load' },
  'nested-deeply': { severity: 'warning', title: 'The file is nested deeper than any theme' },

  // What a client ends up with
  'rejected-file': { severity: 'error', title: 'The client refuses the whole file' },

  // What a conversion did
  'shipped-theme': { severity: 'warning', title: 'The theme is a copy of one that a release shipped' },
  'logo-only-theme': { severity: 'warning', title: 'The theme is what a logo upload left' },
  'fallback-used': { severity: 'warning', title: 'A required value was missing and was filled in' },
  'value-dropped': { severity: 'warning', title: 'A value has no place in the new file' },
  'value-invalid-dropped': {
    severity: 'warning',
    title: 'A value of the wrong type was left out on request',
  },
  'setting-gone': { severity: 'info', title: 'A setting no longer exists' },
  'tokens-unset': { severity: 'info', title: 'Empty tokens were left out' },
  'file-moved': { severity: 'warning', title: 'An uploaded image has to be moved' },
  'file-gone': { severity: 'warning', title: 'A file is no longer shipped' },
  'two-brands': { severity: 'info', title: 'Web and the other clients keep different names' },
  'theme-renamed': { severity: 'warning', title: 'A theme got another name' },
  'theme-dropped': { severity: 'warning', title: 'A theme has no place in the target' },
  'dark-mode-doubtful': { severity: 'warning', title: 'It is doubtful which theme is for dark systems' },
  'contrast-tokens-missing': { severity: 'info', title: 'Swatches lack their contrast colour' },
  'web-option-unused': { severity: 'info', title: 'An old web option has no effect' },

  // Taking a whole instance across
  'already-current': { severity: 'info', title: 'A theme is already right for the target' },
  'theme-not-active': { severity: 'warning', title: 'The server does not use a theme' },
  'active-theme-missing': { severity: 'warning', title: 'The theme that the server is to use is not there' },
  'asset-path-gone': { severity: 'warning', title: 'A setting of the server has no effect any more' },
  'web-options-lost': { severity: 'warning', title: 'No theme takes the old web options along' },
  'upload-again': { severity: 'warning', title: 'A logo has to be uploaded again' },
  'branding-exists': { severity: 'warning', title: 'There is a branding file already' },
  'logo-hidden': { severity: 'warning', title: 'A theme hides the uploaded logo' },
  'image-conflict': { severity: 'error', title: 'Two images want the same place' },
  'image-unused': { severity: 'info', title: 'No theme names an image' },
  'symbolic-link': { severity: 'warning', title: 'A symbolic link is left alone' },
} as const satisfies Record<string, Kind>

/** The code of a kind of finding. */
export type DiagnosticCode = keyof typeof catalogue

/** What of a place the findings of a kind mean. */
export function partOf(code: DiagnosticCode): 'key' | 'value' {
  const kind: Kind = catalogue[code]
  return kind.part ?? 'value'
}

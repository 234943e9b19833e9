/** How bad a finding is: this release rejects it or breaks; it works, but not as meant; worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

interface Kind {
  readonly severity: Severity
  /** The kind of finding in a few words, without the particulars. */
  readonly title: string
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

  'ignored-generation': {
    severity: 'warning',
    title: 'Parts of another generation stand in a current theme',
  },
  'branding-not-read': { severity: 'warning', title: 'The target does not read branding files' },

  'client-reads-nothing': { severity: 'info', title: 'No released client of this kind reads the file' },

  // What a conversion did
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
  'dark-mode-doubtful': { severity: 'warning', title: 'The colours of a theme contradict its name' },
  'contrast-tokens-missing': { severity: 'info', title: 'Swatches lack their contrast colour' },
  'web-option-unused': { severity: 'info', title: 'An old web option has no effect' },
} as const satisfies Record<string, Kind>

/** The code of a kind of finding. */
export type DiagnosticCode = keyof typeof catalogue

/** Two colours that a client paints on each other, as tokens of one group. */
export interface PaintedPair {
  readonly group: string
  readonly foreground: string
  readonly background: string
  /** What shines through a transparent background. */
  readonly below?: string
  /** What shows in these colours, for a sentence. */
  readonly shows: string
  /** The token whose value upstream advises for the foreground where a theme sets the background only. */
  readonly advice?: string
}

const swatches = ['brand', 'primary', 'success', 'warning', 'danger', 'passive']

/** Seen in ownCloud Web 8.0 to 12.5. */
export const paintedByOcis: readonly PaintedPair[] = /* @__PURE__ */ (() => [
  { group: 'colorPalette', foreground: 'text-default', background: 'background-default', shows: 'Text' },
  { group: 'colorPalette', foreground: 'text-muted', background: 'background-default', shows: 'Muted text' },
  {
    group: 'colorPalette',
    foreground: 'input-text-default',
    background: 'input-bg',
    below: 'background-default',
    shows: 'Text in inputs',
  },
  ...swatches.map((name) => ({
    group: 'colorPalette',
    foreground: `swatch-${name}-contrast`,
    background: `swatch-${name}-default`,
    below: 'background-default',
    shows: `Text on the ${name} swatch`,
    advice: 'text-inverse',
  })),
])()

const roles = ['primary', 'secondary', 'tertiary', 'error', 'background', 'surface', 'chrome']

/** Seen in OpenCloud Web 2.0 to 4.3: Material's rule that `onX` stands on `x`. */
export const paintedByOpenCloud: readonly PaintedPair[] = /* @__PURE__ */ (() =>
  roles.map((name) => ({
    group: 'roles',
    foreground: `on${name[0]?.toUpperCase()}${name.slice(1)}`,
    background: name,
    shows: `Text on the role ${name}`,
  })))()

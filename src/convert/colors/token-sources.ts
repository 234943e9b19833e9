/**
 * The role that a token of a palette is computed from. If there are several candidates, the one that is painted in most
 * of the token's places.
 */
export interface TokenSource {
  readonly token: string
  readonly role: string
  /** Whether the two clients paint different things with it. */
  readonly isAlike?: true
}

/** For OpenCloud 1.x, which has another token for the frame, and hovered rows with the text of ownCloud's. */
export const frameOfOpenCloud: readonly TokenSource[] = [
  { token: 'background-chrome', role: 'chrome' },
  { token: 'swatch-brand-contrast', role: 'onSurface' },
]

export const tokenSources: readonly TokenSource[] = [
  { token: 'swatch-brand-default', role: 'chrome' },
  { token: 'swatch-brand-contrast', role: 'onChrome' },
  // The text of the top bar in OpenCloud 1.x, and of the name of an open file there in ownCloud.
  { token: 'swatch-inverse-default', role: 'onChrome' },
  // The knob of a switch, whose background is that of buttons.
  { token: 'swatch-inverse-hover', role: 'onSecondary', isAlike: true },
  // The text of the chosen option of a list.
  { token: 'swatch-brand-hover', role: 'onSurface' },
  { token: 'background-default', role: 'surface' },
  { token: 'background-secondary', role: 'surface' },
  { token: 'background-sidebar', role: 'surfaceContainer' },
  { token: 'background-muted', role: 'surfaceContainer' },
  { token: 'background-hover', role: 'surfaceContainer' },
  { token: 'background-highlight', role: 'secondaryContainer' },
  { token: 'text-default', role: 'onSurface' },
  { token: 'text-muted', role: 'onSurfaceVariant' },
  { token: 'text-inverse', role: 'surface', isAlike: true },
  { token: 'input-bg', role: 'surfaceContainer', isAlike: true },
  { token: 'input-border', role: 'outline' },
  { token: 'input-text-default', role: 'onSurface' },
  { token: 'input-text-muted', role: 'onSurfaceVariant' },
  { token: 'swatch-primary-default', role: 'secondary', isAlike: true },
  { token: 'swatch-primary-muted', role: 'secondary', isAlike: true },
  { token: 'swatch-primary-gradient', role: 'primary', isAlike: true },
  { token: 'swatch-primary-contrast', role: 'onSecondary', isAlike: true },
  { token: 'swatch-passive-default', role: 'onSurfaceVariant', isAlike: true },
  { token: 'swatch-passive-contrast', role: 'surface', isAlike: true },
  { token: 'swatch-danger-default', role: 'error' },
  { token: 'swatch-danger-contrast', role: 'onError' },
  { token: 'swatch-success-default', role: 'tertiary', isAlike: true },
  { token: 'swatch-success-contrast', role: 'onTertiary', isAlike: true },
]

/**
 * Tokens for hovered elements, each with its swatch and the text on it. OpenCloud has no roles for them: it changes the
 * brightness. ownCloud has no default for some, so that a hovered button would have no background.
 */
export const hovered: readonly {
  readonly token: string
  readonly background: string
  readonly text: string
}[] = [
  { token: 'swatch-primary-hover', background: 'swatch-primary-default', text: 'swatch-primary-contrast' },
  {
    token: 'swatch-primary-muted-hover',
    background: 'swatch-primary-muted',
    text: 'swatch-primary-contrast',
  },
  {
    token: 'swatch-primary-gradient-hover',
    background: 'swatch-primary-gradient',
    text: 'swatch-primary-contrast',
  },
  { token: 'swatch-passive-hover', background: 'swatch-passive-default', text: 'swatch-passive-contrast' },
  {
    token: 'swatch-passive-hover-outline',
    background: 'swatch-passive-default',
    text: 'swatch-passive-contrast',
  },
  { token: 'swatch-danger-hover', background: 'swatch-danger-default', text: 'swatch-danger-contrast' },
  { token: 'swatch-success-hover', background: 'swatch-success-default', text: 'swatch-success-contrast' },
]

/** The difference between the tones of a hovered element and of the same element at rest. */
export const HOVER_DISTANCE = 8

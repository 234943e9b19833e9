/** Two colours that a client paints on each other, as tokens of one group. */
export interface PaintedPair {
  readonly group: string
  readonly foreground: string
  readonly background: string
  /** The colour that shows through a transparent background. */
  readonly below?: string
  /** What is painted in these colours, for messages. */
  readonly shows: string
  /** The token whose value upstream recommends for the foreground if a theme sets only the background. */
  readonly advice?: string
}

/** A button whose hover background is painted with tokens for which the design system has no default. */
export interface ButtonWithoutHover {
  readonly group: string
  /** Its name, for messages. */
  readonly button: string
  /** The tokens of its hover background; without any of them there is none. */
  readonly hover: readonly string[]
  /** The other tokens of the button: a theme with one of them has customised it. */
  readonly look: readonly string[]
  /** The colour of the text on it. */
  readonly text: string
  /** The colour below it. */
  readonly below: string
}

/** Measured in Web 12.5.0. */
export const buttonsWithoutHover: readonly ButtonWithoutHover[] = [
  {
    group: 'colorPalette',
    button: 'primary button',
    hover: ['swatch-primary-muted-hover', 'swatch-primary-gradient-hover'],
    look: [
      'swatch-primary-default',
      'swatch-primary-muted',
      'swatch-primary-gradient',
      'swatch-primary-contrast',
    ],
    text: 'swatch-primary-contrast',
    below: 'background-default',
  },
  {
    group: 'colorPalette',
    button: 'outlined button',
    hover: ['swatch-passive-hover-outline'],
    look: ['swatch-passive-default', 'swatch-passive-contrast'],
    text: 'swatch-passive-contrast',
    below: 'background-default',
  },
]

/** What is painted instead of tokens that are not set and have no default, as custom properties. Measured in Web 12.5.0. */
export const insteadInWeb12: Readonly<Record<string, string>> = {
  'color-background-sidebar': 'color-background-default',
  'color-search-input-bg': 'color-input-bg',
  'color-search-input-border': 'color-input-border',
  'color-search-input-text-default': 'color-text-muted',
  'color-search-input-text-muted': 'color-input-text-muted',
}

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

/** A button whose background under the pointer is painted with tokens that the design system has no value for. */
export interface ButtonWithoutHover {
  readonly group: string
  /** What it is, for a sentence. */
  readonly button: string
  /** The tokens of its background under the pointer: without any of them it has none. */
  readonly hover: readonly string[]
  /** The tokens of its look: a theme with one of them means the button. */
  readonly look: readonly string[]
  /** The colour of the text on it. */
  readonly text: string
  /** What shows through. */
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

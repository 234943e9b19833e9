import type { JsonObject } from '../json/value.js'

/** Our own colours, whose texts are readable on their backgrounds. */
export const schemes = {
  light: { text: '#1b2a33', muted: '#4a5a64', background: '#ffffff', strong: '#0b3a5b', onStrong: '#ffffff' },
  dark: { text: '#eef3f6', muted: '#b9c6ce', background: '#15202b', strong: '#8cc4ee', onStrong: '#0b1a26' },
} as const

/** The colours of the frame, in both. */
export const frame = { background: '#0b3a5b', text: '#ffffff' } as const

export type Scheme = keyof typeof schemes

const swatches = ['primary', 'success', 'warning', 'danger']

export function paletteOf(scheme: Scheme): JsonObject {
  const { text, muted, background, strong, onStrong } = schemes[scheme]
  const pairs = swatches.flatMap((name) => [
    [`swatch-${name}-default`, strong],
    [`swatch-${name}-contrast`, onStrong],
  ])
  return {
    'background-default': background,
    'background-highlight': background,
    'background-hover': background,
    'background-muted': background,
    'background-secondary': background,
    'text-default': text,
    'text-muted': muted,
    'text-inverse': background,
    'input-bg': background,
    'input-text-default': text,
    'swatch-brand-default': frame.background,
    'swatch-brand-contrast': frame.text,
    'swatch-primary-muted': strong,
    'swatch-primary-muted-hover': strong,
    'swatch-primary-gradient': strong,
    'swatch-primary-gradient-hover': strong,
    // Of menu items, too.
    'swatch-passive-default': muted,
    'swatch-passive-contrast': background,
    'swatch-passive-hover-outline': muted,
    ...Object.fromEntries(pairs),
  }
}

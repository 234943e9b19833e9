/**
 * Values of the design system's tokens, the end of the fallback chain, by the release of ownCloud Web that they
 * were seen in. A value in braces refers to another token; such references were resolved when the design system
 * was built, so a theme's own value of the other token does not flow into them.
 */
export type DesignTokens = Readonly<Record<string, string>>

/** A token of the design system with its references resolved. */
export function tokenValue(tokens: DesignTokens, token: string): string {
  const value = tokens[token] ?? ''
  return value.replace(/\{([^}]+)\}/g, (_, reference: string) =>
    tokenValue(tokens, reference.replaceAll('.', '-')),
  )
}

/** Seen in Web 7.1.3. */
export const designTokensOfWeb7: DesignTokens = {
  'breakpoint-small-default': '640px',
  'breakpoint-small-max': '959px',
  'breakpoint-medium-default': '960px',
  'breakpoint-medium-max': '1199px',
  'breakpoint-large-default': '1200px',
  'breakpoint-large-max': '1599px',
  'breakpoint-xlarge': '1600px',
  'breakpoint-xsmall-max': '639px',
  'color-swatch-brand-default': 'rgb(4, 30, 66)',
  'color-swatch-brand-hover': 'rgb(34, 57, 89)',
  'color-swatch-brand-muted': 'rgb(0, 20, 40)',
  'color-swatch-brand-contrast': '{color.text.inverse}',
  'color-swatch-primary-default': 'rgb(74, 118, 172)',
  'color-swatch-primary-hover': 'rgb(128, 167, 215)',
  'color-swatch-primary-muted': 'rgb(8, 105, 222)',
  'color-swatch-primary-gradient': 'rgb(78, 133, 200)',
  'color-swatch-primary-contrast': '{color.text.inverse}',
  'color-swatch-success-default': 'rgb(3, 84, 63)',
  'color-swatch-success-hover': 'rgb(147, 224, 84)',
  'color-swatch-success-muted': 'rgb(83, 150, 10)',
  'color-swatch-success-contrast': '{color.text.inverse}',
  'color-swatch-warning-default': 'rgb(183, 76, 27)',
  'color-swatch-warning-hover': 'rgb(183, 76, 27)',
  'color-swatch-warning-muted': 'rgba(183, 76, 27, .5)',
  'color-swatch-warning-contrast': '{color.text.inverse}',
  'color-swatch-danger-default': 'rgb(197, 48, 48)',
  'color-swatch-danger-hover': 'rgb(168, 40, 40)',
  'color-swatch-danger-muted': 'rgb(204, 117, 117)',
  'color-swatch-danger-contrast': '{color.text.inverse}',
  'color-swatch-passive-default': 'rgb(76, 95, 121)',
  'color-swatch-passive-hover': 'rgb(151, 162, 177)',
  'color-swatch-passive-muted': 'rgb(40, 62, 93)',
  'color-swatch-passive-contrast': '{color.text.inverse}',
  'color-swatch-inverse-default': 'rgb(255, 255, 255)',
  'color-swatch-inverse-hover': 'rgb(255, 255, 255)',
  'color-swatch-inverse-muted': 'rgb(191, 191, 191)',
  'color-swatch-inverse-contrast': '{color.text.default}',
  'color-background-default': 'rgb(255, 255, 255)',
  'color-background-secondary': 'rgb(255, 255, 255)',
  'color-background-muted': 'rgb(248, 248, 248)',
  'color-background-highlight': 'rgb(237, 243, 250)',
  'color-background-accentuate': 'rgba(255, 255, 5, 0.1)',
  'color-background-hover': 'rgb(236, 236, 236)',
  'color-border': 'rgb(236, 235, 238)',
  'color-text-default': '{color.swatch.brand.default}',
  'color-text-muted': '{color.swatch.passive.default}',
  'color-text-inverse': '{color.background.default}',
  'color-input-text-default': '{color.swatch.brand.default}',
  'color-input-text-muted': '{color.swatch.passive.default}',
  'color-input-border': 'rgb(206, 221, 238)',
  'color-input-bg': 'rgb(255, 255, 255)',
  'color-components-apptopbar-background': 'transparent',
  'color-components-apptopbar-border': 'rgb(206, 221, 238)',
  'color-icon-folder': 'rgb(44, 101, 255)',
  'color-icon-archive': 'rgb(255, 207, 1)',
  'color-icon-graphic': 'rgb(235, 201, 74)',
  'color-icon-drawio': 'rgb(255, 111, 0)',
  'color-icon-file': '{color.text.default}',
  'color-icon-ifc': 'rgb(208, 67, 236)',
  'color-icon-image': 'rgb(255, 111, 0)',
  'color-icon-jupyter': 'rgb(243, 119, 38)',
  'color-icon-code': '{color.text.default}',
  'color-icon-text': '{color.text.default}',
  'color-icon-spreadsheet': 'rgb(0, 182, 87)',
  'color-icon-document': 'rgb(44, 101, 255)',
  'color-icon-video': 'rgb(0, 187, 219)',
  'color-icon-audio': 'rgb(208, 67, 236)',
  'color-icon-presentation': 'rgb(255, 64, 6)',
  'color-icon-pdf': 'rgb(225, 5, 14)',
  'color-icon-root': 'rgb(0, 187, 219)',
  'font-family': 'Inter, sans-serif',
  'font-size-default': '0.875rem',
  'font-size-xsmall': '0.72rem',
  'font-size-small': '0.86rem',
  'font-size-medium': '1rem',
  'font-size-large': '1.14rem',
  'font-size-xlarge': '1.29rem',
  'font-weight-default': '400',
  'font-weight-thin': '100',
  'font-weight-extralight': '200',
  'font-weight-light': '300',
  'font-weight-normal': '400',
  'font-weight-medium': '500',
  'font-weight-semibold': '600',
  'font-weight-bold': '700',
  'font-weight-extrabold': '800',
  'font-weight-black': '900',
  'size-max-width-logo': '150px',
  'size-max-height-logo': '60px',
  'size-height-small': '50px',
  'size-height-table-row': '42px',
  'size-width-xsmall': '100px',
  'size-width-small': '150px',
  'size-width-medium': '300px',
  'size-icon-default': '22px',
  'size-form-check-default': '14px',
  'size-tiles-resize-step': '12rem',
  'size-tiles-default': '14rem',
  'space-xsmall': '4px',
  'space-small': '8px',
  'space-medium': '16px',
  'space-large': '24px',
  'space-xlarge': '48px',
  'space-xxlarge': '96px',
  'z-index-modal': '9999',
}

/** Seen in Web 8.0.6. */
export const designTokensOfWeb8: DesignTokens = /* @__PURE__ */ (() => ({
  ...designTokensOfWeb7,
  'color-icon-form': 'rgb(102, 166, 163)',
  'color-icon-markdown': 'rgb(75, 100, 137)',
  'size-tiles-resize-step': '9rem',
  'size-tiles-default': '9rem',
}))()

/** Seen in Web 9.0.0 to 12.1.0. */
export const designTokensOfWeb9: DesignTokens = /* @__PURE__ */ (() => ({
  ...designTokensOfWeb8,
  'color-icon-medical': 'rgb(9, 132, 219)',
  'color-icon-epub': 'rgb(244, 187, 68)',
  'size-tiles-resize-step': '6rem',
  'size-tiles-default': '10rem',
}))()

/** Seen in Web 12.3.3 to 12.5.0. */
export const designTokensOfWeb12: DesignTokens = /* @__PURE__ */ (() => ({
  ...designTokensOfWeb9,
  'font-size-xsmall': '0.80rem',
}))()

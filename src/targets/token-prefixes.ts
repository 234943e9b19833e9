/** The prefix of the custom properties of each group, after `--oc-`. */
export const tokenPrefixes: Readonly<Record<string, string>> = {
  breakpoints: 'breakpoint-',
  colorPalette: 'color-',
  fontSizes: 'font-size-',
  sizes: 'size-',
  spacing: 'space-',
}

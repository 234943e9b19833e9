/** Ways to make a valid document large, by the name of what is multiplied. */
export const grown = {
  themes(document, count) {
    const [theme] = document.clients.web.themes
    document.clients.web.themes = Array.from({ length: count }, (_, index) => ({
      ...theme,
      name: `Theme ${index}`,
    }))
  },
  'themes that are the same'(document, count) {
    document.clients.web.themes = Array.from({ length: count }, () => ({ name: 'Same', isDark: false }))
  },
  'unknown keys'(document, count) {
    for (let index = 0; index < count; index += 1) document.clients.web.defaults[`key${index}`] = index
  },
  'misspelt tokens'(document, count) {
    const tokens = { ...document.clients.web.themes[0].designTokens?.colorPalette }
    const names = Object.keys(tokens)
    for (let index = 0; index < count; index += 1)
      tokens[`${names[index % names.length]}${index}`] = '#123456'
    document.clients.web.defaults.designTokens = { colorPalette: tokens }
  },
  'values of a wrong type'(document, count) {
    document.clients.web.themes = Array.from({ length: count }, () => ({ name: null, isDark: null }))
  },
}

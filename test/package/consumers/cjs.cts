import themeConvert = require('theme-convert')
import schema = require('theme-convert/schemas/ocis-8.json')

const { theme } = themeConvert.convert({}, { target: 'ocis-7' })
const name: string | undefined = theme?.clients.web.themes[0]?.name

// @ts-expect-error there is no such function
themeConvert.transform({})

export = [name, schema.title, themeConvert.detect({}).generation]

// Converts a theme with the library: node examples/convert.mjs examples/acme/legacy-theme.json
import { readFile } from 'node:fs/promises'
import { convert, parseText, validate } from 'theme-convert'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Usage: node examples/convert.mjs <theme.json>')

// parseText() parses as strictly as servers and browsers, and reports the place of a mistake.
const parsed = parseText(await readFile(file, 'utf8'))
const { theme, ledger, diagnostics } =
  parsed.document === undefined
    ? { ...parsed, theme: undefined }
    : convert(parsed.document, { target: 'ocis-8' })

for (const { severity, code, pointer, range, message } of diagnostics) {
  const place = range === undefined ? pointer : `${range.start.line}:${range.start.column}`
  console.error(`${severity} ${code} ${place}: ${message}`)
}
if (theme === undefined) {
  process.exitCode = 1
} else {
  // The ledger has every value of the input and of the output.
  const dropped = ledger.entries.filter(({ action }) => action === 'dropped')
  console.error(`${ledger.source} to ${ledger.target}: ${dropped.length} values were dropped.`)
  for (const { from, reason } of dropped) console.error(`  ${from}: ${reason}`)
  console.error(`The result is ${validate(theme, { target: 'ocis-8' }).valid ? 'valid' : 'not valid'}.`)
  console.log(JSON.stringify(theme, null, 2))
}

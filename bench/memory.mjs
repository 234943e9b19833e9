// Converts one file, and prints the peak memory of the process; without a file, that of the idle process.
import { readFileSync } from 'node:fs'
import { convert } from '../dist/index.js'

/** A function of its own, so that the text can be freed once it is parsed. */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

const [file] = process.argv.slice(2)
if (file !== undefined) {
  const { theme } = convert(read(file))
  if (theme === undefined) throw new Error(`${file} can't be converted.`)
}
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }))

// Converts one file in a process of its own, and prints the most memory that the process ever had.
// Without a file it prints what the idle process has.
import { readFileSync } from 'node:fs'
import { convert } from '../dist/index.js'

/** The text can go once it is parsed. */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

const [file] = process.argv.slice(2)
if (file !== undefined) {
  const { theme } = convert(read(file))
  if (theme === undefined) throw new Error(`${file} can't be converted.`)
}
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }))

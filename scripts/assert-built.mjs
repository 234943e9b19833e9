// Fails if a file that package.json names is missing, because npm packs without it silently. "prepare" calls it before npm
// packs; with "--ignore-scripts" nothing is built and nothing calls it, so the release workflow does.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const { bin, man, main, module, types, exports } = JSON.parse(readFileSync(new URL('package.json', root)))

const namesIn = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(namesIn))

function isThere(name) {
  const [folder, end] = name.split('*')
  const at = new URL(folder, root)
  return existsSync(at) && (end === undefined || readdirSync(at).some((file) => file.endsWith(end)))
}

const missing = new Set(namesIn([bin, man, main, module, types, exports]).filter((name) => !isThere(name)))
if (missing.size > 0) {
  console.error(
    `Not built: ${[...missing].join(', ')}. Run: npm ci && npm run build (without --ignore-scripts)`,
  )
  process.exitCode = 1
}

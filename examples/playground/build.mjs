// Builds the playground: one page that can be hosted as it is. Run "npm run build" first.
// Usage: node examples/playground/build.mjs [folder]
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { previewPolicy } from '../../dist/preview.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = path.resolve(process.argv[2] ?? path.join(here, 'dist'))

const { outputFiles } = await build({
  entryPoints: [path.join(here, 'playground.js')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
})
const script = outputFiles[0].text
const style = readFileSync(path.join(here, 'playground.css'), 'utf8')
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
// The policy of this page also applies to the previews in its frames.
const ofPreviews = previewPolicy()
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)} ${ofPreviews['style-src']}`,
  `script-src ${hashOf(script)} ${ofPreviews['script-src']}`,
  `img-src ${ofPreviews['img-src']}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const parts = {
  POLICY: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  STYLE: `<style>${style}</style>`,
  SCRIPT: `<script>${script}</script>`,
}
const page = readFileSync(path.join(here, 'playground.html'), 'utf8')
mkdirSync(folder, { recursive: true })
const file = path.join(folder, 'index.html')
writeFileSync(
  file,
  page.replace(/<!-- (POLICY|STYLE|SCRIPT) -->/g, (_, name) => parts[name]),
)
console.log(`Written to ${path.relative(process.cwd(), file)}.`)

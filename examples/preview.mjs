// Draws the example as pages and pictures. Run "npm run build" first.
// Usage: node examples/preview.mjs [picture for the documentation]
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const at = (name) => fileURLToPath(new URL(name, import.meta.url))
const [picture] = process.argv.slice(2)

mkdirSync(at('acme/preview'), { recursive: true })

for (const [file, name] of [
  ['legacy-theme.json', 'preview'],
  ['opencloud-theme.json', 'opencloud'],
]) {
  execFileSync(
    process.execPath,
    [
      at('../dist/cli.cjs'),
      'preview',
      at(`acme/${file}`),
      ...['--assets', at('acme/instance/web/assets')],
      ...['--output', at(`acme/preview/${name}.html`)],
      ...['--png', at(`acme/preview/${name}.png`)],
      '--force',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
}

// Light and dark, each before and after, and a plain page: pages of 640 × 400 pixels with a line above and a gap.
if (picture !== undefined) {
  const whole = readFileSync(at('acme/preview/preview.png'))
  const pair = (left, row) =>
    sharp(whole)
      .extract({ left, top: 454 * row, width: 1340, height: 454 })
      .toBuffer()
  const pairs = await Promise.all([pair(0, 0), pair(1320, 0), pair(0, 2)])
  const joined = await sharp(pairs, { join: { across: 1 } })
    .png()
    .toBuffer()
  await sharp(joined).resize({ width: 1200 }).png({ palette: true, colours: 128, effort: 10 }).toFile(picture)
}

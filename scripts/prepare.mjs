// npm runs this after an installation in a clone, before it packs, and for an installation from git, which has no dist and
// for which npm, pnpm and Yarn install the development packages first. Without these, as after "npm ci --omit=dev", nothing
// is built.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

function canBuild() {
  try {
    createRequire(import.meta.url).resolve('tsup')
    return true
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
    return false
  }
}

if (canBuild()) {
  const { status } = spawnSync('npm run build', { shell: true, stdio: 'inherit' })
  process.exitCode = status ?? 1
} else {
  console.error(
    'theme-convert is not built: the development packages are missing. Run: npm ci && npm run build',
  )
}

if (['pack', 'publish'].includes(process.env.npm_command)) await import('./assert-built.mjs')

import { defineConfig, type Options } from 'tsup'

/** lodash looks for the global object with `Function('return this')()` too, which strict pages forbid. */
const globalObject: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'global-object',
  setup({ onLoad }) {
    onLoad({ filter: /lodash-es[\\/]_root\.js$/ }, () => ({ contents: 'export default globalThis' }))
  },
}

const shared: Options = {
  esbuildPlugins: [globalObject],
  target: 'node20',
  splitting: false,
  sourcemap: false,
  minify: false,
  treeshake: true,
  // Prefer the ES modules of what is bundled: their UMD variants can't be taken apart.
  esbuildOptions(options) {
    options.mainFields = ['module', 'main']
    options.legalComments = 'none'
  },
}

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', report: 'src/report/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    target: 'es2022',
    dts: true,
  },
  {
    ...shared,
    entry: { plugin: 'src/plugin/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'node',
    external: ['unplugin'],
    dts: true,
  },
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts' },
    // A CommonJS bundle starts faster than an ES module, and each verb loads only what it needs.
    format: ['cjs'],
    splitting: true,
    platform: 'node',
    minify: true,
    banner: { js: '#!/usr/bin/env node' },
  },
])

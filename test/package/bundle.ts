import { createRequire } from 'node:module'
import { inRoot, root } from './built.js'

interface Result {
  outputFiles: { text: string }[]
  metafile: { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }
}

// esbuild comes with tsup, which makes the build.
const { build } = createRequire(inRoot('node_modules', 'tsup', 'package.json'))('esbuild') as {
  build(options: object): Promise<Result>
}

export interface Bundle {
  text: string
  /** How much of each file is in it, in bytes. */
  inputs: Map<string, number>
}

/** Bundles what an entry needs, with everything in it; fails where something can't be resolved. */
export async function bundle(options: object): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    ...options,
  })
  return {
    text: outputFiles.map(({ text }) => text).join('\n'),
    inputs: new Map(
      Object.values(metafile.outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput] as const),
      ),
    ),
  }
}

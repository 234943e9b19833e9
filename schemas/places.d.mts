import type { KeyNode } from '../src/generated/places.js'

type Schema = Readonly<Record<string, unknown>>

export function placeTrees(
  names: readonly string[],
  lookUp: (reference: string, home: string) => { name: string; pointer: string; schema: Schema },
): Map<string, KeyNode>

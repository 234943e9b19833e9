/** The generated tables of targets by the names of their files. */
export function releaseTables(
  schemas: ReadonlyMap<string, object>,
  camelCase: (name: string) => string,
  notice: string,
): Record<'target-facts.ts' | 'all-targets.ts' | 'owncloud-targets.ts', string>

/** Writes members that several interfaces have only once. */
export function shareMembers(types: string): string

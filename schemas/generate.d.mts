/** A JSON Schema as it stands in its file. */
export type Schema = Record<string, unknown> & { $id: string }
export function readSchemas(folder?: string): Promise<Map<string, Schema>>
export function generate(folder?: string): Promise<Record<string, string>>
export function staleFiles(generated: Record<string, string>, folder?: string): Promise<string[]>

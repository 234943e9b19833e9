/** A JSON Schema of a file in schemas/themes or schemas/others. */
export type Schema = Record<string, unknown> & { $id: string }
export function readSchemas(folder?: string): Promise<Map<string, Schema>>

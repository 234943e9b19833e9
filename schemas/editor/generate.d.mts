/** A JSON Schema as editors get it. */
export type EditorSchema = Record<string, unknown> & { $id: string; title: string }
export function editorSchemas(): Promise<Map<string, EditorSchema>>

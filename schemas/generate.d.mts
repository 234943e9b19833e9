export function generate(folder?: string): Promise<Record<string, string>>
export function staleFiles(generated: Record<string, string>, folder?: string): Promise<string[]>

import path from 'node:path'
import {
  ClientCapabilities,
  type CompletionItem,
  type Diagnostic,
  getLanguageService,
  TextDocument,
} from 'vscode-json-languageservice'
import { editorSchemas } from '../../schemas/editor/generate.mjs'
import { type TargetId, targets } from '../../src/index.js'
import { strictAddress } from '../../src/targets/schema-addresses.js'

const byAddress = new Map(
  [...(await editorSchemas()).values()].map((schema) => [schema.$id, JSON.stringify(schema)]),
)

const nameOf = (address: string) => path.posix.basename(address, '.json')

/** The language service of an editor, which can load only our schemas. */
const languageService = getLanguageService({
  clientCapabilities: ClientCapabilities.LATEST,
  workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).href },
  schemaRequestService: async (address) => {
    const text = byAddress.get(address)
    if (text === undefined) throw new Error(`There is no schema at ${address}.`)
    return text
  },
})
// A file without $schema gets the schema of its folder.
languageService.configure({
  validate: true,
  allowComments: false,
  schemas: [...byAddress.keys()].map((uri) => ({ uri, fileMatch: [`/for/${nameOf(uri)}/*.json`] })),
})

/** A finding of the editor, with the marked text. */
export interface Marked {
  readonly marked: string
  readonly message: string
  readonly code: Diagnostic['code']
}

/** A file in an editor. */
export class OpenFile {
  readonly #file: TextDocument
  readonly #document: ReturnType<typeof languageService.parseJSONDocument>

  /** @param address the schema of a file without `$schema` */
  constructor(
    readonly text: string,
    address = 'none',
  ) {
    this.#file = TextDocument.create(`file:///for/${nameOf(address)}/theme.json`, 'json', 1, text)
    this.#document = languageService.parseJSONDocument(this.#file)
  }

  /** @param content a theme, without its schema */
  static of(address: string, content: object): OpenFile {
    return new OpenFile(JSON.stringify({ $schema: address, ...content }, null, 2))
  }

  /** The findings of the editor. */
  async findings(): Promise<Marked[]> {
    const found = await languageService.doValidation(this.#file, this.#document)
    return found.map(({ range, message, code }) => ({
      marked: this.#file.getText(range),
      message: String(message),
      code,
    }))
  }

  /** The hover text of the first key with a name. */
  async hover(key: string): Promise<string> {
    const at = this.#file.positionAt(this.text.indexOf(`"${key}"`) + 1)
    const hover = await languageService.doHover(this.#file, at, this.#document)
    return [hover?.contents ?? []]
      .flat()
      .map((part) => (typeof part === 'string' ? part : part.value))
      .join('\n')
  }

  /** The completions right after a text. */
  async completions(before: string): Promise<Map<string, CompletionItem>> {
    const at = this.text.indexOf(before)
    if (at < 0) throw new Error(`There is no ${before} in ${this.text}`)
    const position = this.#file.positionAt(at + before.length)
    const list = await languageService.doComplete(this.#file, position, this.#document)
    return new Map((list?.items ?? []).map((item) => [item.label, item]))
  }

  /** The texts with a colour swatch. */
  async colors(): Promise<string[]> {
    const found = await languageService.findDocumentColors(this.#file, this.#document)
    return found.map(({ range }) => JSON.parse(this.#file.getText(range)) as string)
  }
}

/** The text of a snippet with the presets of its stops. */
export function expanded(item: CompletionItem | undefined): string {
  const text = item?.textEdit?.newText ?? item?.insertText ?? ''
  return text
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, preset: string) => preset)
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, (_, first: string) => first)
    .replace(/\\([$}\\])/g, '$1')
}

/** The schema of a target that accepts what its client accepts. */
export const plain = (id: TargetId) => targets[id].schema
/** The schema of a target that also reports keys which no client reads. */
export const strict = (id: TargetId) => strictAddress(targets[id].schema)
/** The group of the colours that a target reads. */
export const colorsGroup = (id: TargetId) =>
  targets[id].family.generation === 'opencloud' && id !== 'opencloud-1' ? 'roles' : 'colorPalette'

/** A file of a target with some design tokens in its defaults. */
export const withTokens = (address: string, designTokens: object) =>
  OpenFile.of(address, { clients: { web: { defaults: { designTokens } } } })

/** The findings, except about missing properties. */
export const marks = async (file: OpenFile) =>
  (await file.findings()).filter(({ message }) => !message.startsWith('Missing property'))

import path from 'node:path'
import ts from 'typescript'

const ownFolder = path.dirname(ts.getDefaultLibFilePath({}))

/** The compiler's declarations of the language, which are parsed once. */
const ownFiles = new Map<string, ts.SourceFile | undefined>()

/** Without the declarations of browsers, which take longer than all others. */
const common: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
}

/** @param folder where files and types are looked for */
export function programOf(files: readonly string[], own: ts.CompilerOptions, folder: string): ts.Program {
  const options = { ...common, ...own }
  const host = ts.createCompilerHost(options)
  const parse = host.getSourceFile.bind(host)
  host.getCurrentDirectory = () => folder
  host.getSourceFile = (file, ...how) => {
    if (path.dirname(file) !== ownFolder) return parse(file, ...how)
    if (!ownFiles.has(file)) ownFiles.set(file, parse(file, ...how))
    return ownFiles.get(file)
  }
  return ts.createProgram(files, options, host)
}

/** The errors in a program, each with the path of its file. */
export function errorsIn(program: ts.Program): string[] {
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
}

/** What an editor offers at the mark ¦ of a program that is a file with this path. */
export function completionsIn(marked: string, file: string, own: ts.CompilerOptions): string[] {
  const text = marked.replace('¦', '')
  const textOf = (name: string) => (name === file ? text : ts.sys.readFile(name))
  const service = ts.createLanguageService(
    {
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (name === file ? text : ''),
      getScriptSnapshot(name) {
        const content = textOf(name)
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
      },
      getCurrentDirectory: () => path.dirname(file),
      getCompilationSettings: () => ({ ...common, ...own }),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      readFile: textOf,
    },
    registry,
  )
  return (service.getCompletionsAtPosition(file, marked.indexOf('¦'), {})?.entries ?? []).map(
    ({ name }) => name,
  )
}

/** The files that editors have parsed. */
const registry = ts.createDocumentRegistry()

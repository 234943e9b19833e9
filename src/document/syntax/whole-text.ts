import type { Edit, Mistake } from './mistake.js'

/** What is wrong with a text as a whole, by what it starts with. */
interface Kind {
  readonly pattern: RegExp
  readonly message: string
  /** The text that was meant, where it is in there. */
  readonly cure?: (text: string, match: RegExpExecArray) => readonly Edit[]
}

const kinds: readonly Kind[] = [
  {
    pattern: /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?!!--)[a-z!?][^\s>]*>?/i,
    message:
      'This is a web page or XML, not JSON: probably the error page of a failed download. Fetch the file again and look at it first.',
  },
  {
    pattern: /\0/,
    message: 'The file holds NUL characters: it is binary or saved as UTF-16. Save it as UTF-8.',
  },
  {
    pattern: /^(?:\s*#[^\n]*\n)*\s*(?:---\s|%YAML\b|- |[\w-]+:(?=\s|$))/,
    message: 'This looks like YAML, not JSON. Convert it, or use the JSON file that it was made from.',
  },
  {
    pattern: /^(?:\s*[#;][^\n]*\n)*\s*(?:\[\[?[\w.-]+\]\]?[ \t]*\r?\n|[\w.-]+[ \t]*=)/,
    message:
      'This looks like TOML or an INI file, not JSON. Convert it, or use the JSON file that it was made from.',
  },
  {
    pattern: /^\s*(?:export\s+default\b|module\.exports\s*=|(?:export\s+)?(?:const|let|var)\s+[\w$]+\s*=)\s*/,
    message:
      'This is JavaScript, not JSON. Keep only what stands between the outermost braces, braces included.',
    cure: (text, [start]) => [{ offset: 0, length: start.length, text: '' }, ...ending(text, ';')],
  },
  {
    pattern: /^\s*```\w*[^\S\n]*\n?/,
    message: 'A fence of Markdown around the JSON. Remove the lines with ```.',
    cure: (text, [start]) => [{ offset: 0, length: start.length, text: '' }, ...ending(text, '```')],
  },
  {
    pattern: /^\s*[{[]\s*(?:\\[nrt]\s*)*\\"/,
    message:
      'Every quote has a backslash before it: this was copied out of a text inside another program. Take the JSON as it was before, or remove these backslashes.',
    cure: (text) => [
      {
        offset: 0,
        length: text.length,
        text: text.replace(/\\(?:(["\\/])|[nrt])/g, (_, kept: string | undefined) => kept ?? ' '),
      },
    ],
  },
]

/** Deletes a mark at the end of a text. */
function ending(text: string, mark: string): Edit[] {
  const body = text.trimEnd()
  return body.endsWith(mark) ? [{ offset: body.length - mark.length, length: mark.length, text: '' }] : []
}

/** The mistake that explains all others in a text: it is something else than JSON. */
export function wholeMistake(text: string): Mistake | undefined {
  for (const { pattern, message, cure } of kinds) {
    const match = pattern.exec(text)
    if (match === null) continue
    const lead = match[0].length - match[0].trimStart().length
    const place = { offset: match.index + lead, length: match[0].trim().length, message }
    return cure === undefined ? place : { ...place, cure: cure(text, match) }
  }
  return undefined
}

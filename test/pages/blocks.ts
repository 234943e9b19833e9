/** A fenced block of a Markdown text. */
export interface Block {
  language: string
  text: string
  /** The line that it starts in, from 1. */
  line: number
  /** The heading that it stands below. */
  section: string
}

/** The fenced blocks of a Markdown text, in their order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let section = ''
  let open: { language: string; line: number; lines: string[] } | undefined
  markdown.split('\n').forEach((line, index) => {
    const fence = /^```(\w*)$/.exec(line)
    if (open === undefined && line.startsWith('#')) section = line
    if (fence === null) open?.lines.push(line)
    else if (open === undefined) open = { language: fence[1] ?? '', line: index + 1, lines: [] }
    else {
      blocks.push({
        language: open.language,
        line: open.line,
        section,
        text: open.lines.map((text) => `${text}\n`).join(''),
      })
      open = undefined
    }
  })
  if (open !== undefined) throw new Error(`The block in line ${open.line} has no end.`)
  return blocks
}

/** The rows of the table below a heading, as cells without code marks; the head of the table is left out. */
export function tableBelow(markdown: string, heading: string): string[][] {
  const [, section = ''] = markdown.split(`\n## ${heading}\n`)
  const lines = section.split('\n## ')[0]?.split('\n') ?? []
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
}

/** Whether a text is as shown, where a line with nothing but an ellipsis stands for any lines. */
export function isAsShown(actual: string, shown: string): boolean {
  const pattern = shown
    .split('\n')
    .map((line) =>
      /^\s*…$/.test(line) ? '(?:.*\\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`,
    )
    .join('')
  return new RegExp(`^${pattern}$`).test(`${actual}\n`)
}

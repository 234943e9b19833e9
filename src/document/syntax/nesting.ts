import { closerOf, firstMisplaced, imbalance, type Misplaced, partnerOf } from './brackets.js'
import { type Edit, edited, type Mistake, replacing } from './mistake.js'
import { around, isAtEnd, matchAt, type Opener, type Trouble } from './trouble.js'

const opensHere = ({ offset }: { offset: number }) => ({ offset, length: 1, message: 'It opens here.' })

const wrongness = (text: string, cure: readonly Edit[]) => imbalance(edited(text, cure))
const improves = (text: string, cure: readonly Edit[]) => wrongness(text, cure) < imbalance(text)

/** A bracket that has to be closed before what is marked. */
function missingCloser(
  opener: Pick<Opener, 'offset'> & { readonly bracket: string },
  place: Pick<Edit, 'offset' | 'length'>,
  what: string,
  text?: string,
): Mistake {
  const inserted = text ?? closerOf(opener.bracket)
  return {
    offset: place.offset,
    length: place.length,
    message: `A closing bracket is missing: "${opener.bracket}" is still open here. Put ${inserted} before ${what}.`,
    related: opensHere(opener),
    cure: [{ offset: place.offset, length: 0, text: inserted }],
  }
}

/** Brackets of the wrong kind around what is right in them. */
function otherBrackets(text: string, opener: Opener, begin: string, end: string, message: string): Mistake {
  const partner = partnerOf(text, opener.offset)
  const isPair = partner !== undefined && text[partner] === closerOf(opener.bracket)
  return {
    offset: opener.offset,
    length: 1,
    message,
    cure: [
      { offset: opener.offset, length: 1, text: begin },
      ...(isPair ? [{ offset: partner, length: 1, text: end }] : []),
    ],
  }
}

/** A text that ends in the middle of something. */
export function cutOff({ text }: Trouble): Mistake {
  return {
    ...{ offset: text.trimEnd().length, length: 0 },
    message: 'The text ends in the middle of the theme: the file was cut off. Fetch or save it again.',
  }
}

/** A bracket that the indentation shows to be closed nowhere. */
function unclosedBlock(text: string, misplaced: Misplaced | undefined): Mistake | undefined {
  if (misplaced?.unclosed === undefined) return undefined
  const { unclosed, comma, offset, length } = misplaced
  const closer = closerOf(unclosed.bracket)
  const isCloser = /[}\]]/.test(text.charAt(offset))
  const inserted = isCloser || comma !== undefined ? closer : `${closer},`
  const at = isCloser ? offset : (comma ?? offset)
  const what = at === comma ? 'this comma' : 'this'
  const place = { offset: at, length: at === offset ? length : 1 }
  const mistake = missingCloser(unclosed, place, what, inserted)
  return improves(text, mistake.cure ?? []) ? mistake : undefined
}

/** The end of the text, where brackets are still open. */
export function endInside(trouble: Trouble): Mistake | undefined {
  const { text, offset, expected, open } = trouble
  if (!isAtEnd(text, offset)) return undefined
  const block = unclosedBlock(text, firstMisplaced(text))
  if (block !== undefined) return block
  if (expected !== 'comma') return cutOff(trouble)
  const closers = open
    .map(({ bracket }) => closerOf(bracket))
    .reverse()
    .join('')
  const end = text.trimEnd().length
  return {
    ...{ offset: end, length: 0 },
    message:
      closers.length === 1
        ? `The closing bracket ${closers} is missing at the end, or the file was cut off. Add it, or fetch the file again.`
        : `The closing brackets ${closers} are missing at the end, or the file was cut off. Add them, or fetch the file again.`,
    related: opensHere(open.at(-1) as Opener),
    cure: [{ offset: end, length: 0, text: closers }],
  }
}

/** Where a key begins a line that is not indented enough for the brackets around it. */
export function missingBlockEnd({ text, offset }: Trouble): Mistake | undefined {
  const place = firstMisplaced(text)
  return place?.offset === offset ? unclosedBlock(text, place) : undefined
}

/** A bracket that the indentation shows to close what is closed already. */
export function closerTooMany({ text, offset }: Trouble): Mistake | undefined {
  const place = firstMisplaced(text)
  if (place === undefined || place.offset > offset || place.unclosed !== undefined) return undefined
  const mistake = tooMany(text, place.offset, 1)
  return improves(text, mistake.cure ?? []) ? mistake : undefined
}

/** A closing bracket of the wrong kind. */
export function wrongCloser(trouble: Trouble): Mistake | undefined {
  const { text, offset, found, open } = trouble
  const opener = open.at(-1)
  const closer = found.charAt(0)
  if (opener === undefined || !/[}\]]/.test(closer) || closerOf(opener.bracket) === closer) return undefined
  const right = closerOf(opener.bracket)
  const misplaced = firstMisplaced(text)
  const block = unclosedBlock(text, misplaced)
  if (block !== undefined && block.offset < offset) return block
  const replaced = replacing(
    offset,
    1,
    right,
    `This bracket closes what "${opener.bracket}" opened. Write ${right} for it.`,
  )
  const added = missingCloser(opener, { offset, length: 1 }, 'this')
  const removed = tooMany(text, offset, 1)
  const isAtMisplaced = misplaced?.offset === offset
  const likely =
    isAtMisplaced && misplaced.unclosed === undefined
      ? [removed, replaced, added]
      : [replaced, added, removed]
  const [best] = likely.sort((a, b) => wrongness(text, a.cure ?? []) - wrongness(text, b.cure ?? []))
  return best && { ...best, related: opensHere(opener) }
}

/** A key in a list. */
export function keyInList(trouble: Trouble): Mistake | undefined {
  const { text, found, before, open } = trouble
  const opener = open.at(-1)
  if (!found.startsWith(':') || opener?.bracket !== '[' || before?.type !== 'string') return undefined
  const block = unclosedBlock(text, firstMisplaced(text))
  if (block !== undefined && block.offset < before.offset) return block
  const between = text.slice(opener.offset + 1, before.offset)
  const comma = text.lastIndexOf(',', before.offset)
  const brace = [{ offset: before.offset, length: 0, text: '{' }]
  const closed = missingCloser(opener, { offset: comma, length: 1 }, 'this comma')
  if (between.trim() !== '' && wrongness(text, closed.cure ?? []) < wrongness(text, brace)) return closed
  if (between.trim() !== '' || improves(text, brace)) {
    return {
      ...{ offset: before.offset, length: before.end - before.offset },
      message: 'A bracket is missing before this key. Put { before it.',
      cure: brace,
    }
  }
  const message = 'A list has no keys. Write { for this bracket, and } for the one that closes it.'
  return otherBrackets(text, opener, '{', '}', message)
}

/** An object or a list where a key was to stand. */
export function blockForKey({ text, found, offset, before, open }: Trouble): Mistake | undefined {
  if (!/^[{[]/.test(found) || before === undefined) return undefined
  const block = unclosedBlock(text, firstMisplaced(text))
  if (block !== undefined && block.offset <= offset) return block
  const comma = before.type === 'comma' ? before.offset : undefined
  if (
    before.type === 'opener' &&
    found.startsWith('{') &&
    improves(text, [{ offset, length: 1, text: '' }])
  ) {
    return replacing(offset, 1, '', 'An opening bracket too many. Remove it.')
  }
  const opener = open.at(-1) as Opener
  if (comma !== undefined && open.at(-2)?.bracket === '[') {
    const closed = missingCloser(opener, { offset: comma, length: 1 }, 'this comma')
    if (improves(text, closed.cure ?? [])) return closed
  }
  const list = [{ offset: before.start, length: 0, text: '[' }]
  if (comma !== undefined && improves(text, list)) {
    return {
      ...{ offset: before.start, length: 1 },
      message: 'The bracket of a list is missing. Put [ before this.',
      cure: list,
    }
  }
  if (before.type === 'opener') {
    const message =
      'What stands in here has no keys. Write [ for this bracket, and ] for the one that closes it.'
    return otherBrackets(text, opener, '[', ']', message)
  }
  return {
    ...{ offset, length: 1 },
    message:
      'An object or list without a key in an object. Put a key and a colon before it, or write [ and ] for the brackets around.',
    related: opensHere(opener),
  }
}

/** What stands behind the bracket that closes the theme. */
export function behindTheEnd(trouble: Trouble): Mistake | undefined {
  const { text, offset, before, expected } = trouble
  if (expected !== 'end' || before === undefined) return undefined
  const rest = text.slice(offset).trimEnd()
  const isMore = /^(?:,\s*)?"(?:[^"\\\r\n]|\\.)*"\s*:/.test(rest)
  if (before.type === 'string' && rest.startsWith(':')) {
    const brace = { offset: before.offset, length: 0, text: '{' }
    const hasEnd = improves(text, [brace])
    return {
      ...{ offset: before.offset, length: before.end - before.offset },
      message: `The bracket at the start of the theme is missing. Put { before this${hasEnd ? '' : ', and } at the end'}.`,
      cure: [brace, ...(hasEnd ? [] : [{ offset: offset + rest.length, length: 0, text: '}' }])],
    }
  }
  const place = firstMisplaced(text)
  const isTwice = place !== undefined && place.unclosed === undefined && place.offset < offset
  if (/^[}\]\s]+$/.test(rest)) {
    const cure = isTwice ? [{ offset: place.offset, length: 1, text: '' }] : undefined
    if (cure !== undefined && improves(text, cure)) return tooMany(text, place?.offset ?? offset, 1)
    return tooMany(text, offset, rest.length)
  }
  if (isMore && before.type === 'closer') {
    if (!rest.startsWith(',')) {
      const cure = [{ offset: before.offset, length: 1, text: ',' }]
      if (improves(text, cure)) {
        return {
          ...{ offset: before.offset, length: 1 },
          message: 'This bracket closes the theme, and more of it follows. Write a comma for the bracket.',
          cure,
        }
      }
    }
    const at = isTwice ? place.offset : before.offset
    if (improves(text, [{ offset: at, length: 1, text: '' }])) return tooMany(text, at, 1)
  }
  return replacing(offset, rest.length, '', 'Something follows the closing bracket of the theme. Remove it.')
}

/** Brackets without a partner; a comma behind them is left over where one stands before them. */
function tooMany(text: string, offset: number, length: number): Mistake {
  const comma = text.slice(0, offset).trimEnd().endsWith(',')
    ? matchAt(/\s*,/y, text, offset + length)?.[0]
    : undefined
  const them = length === 1 ? 'this bracket' : 'them'
  return {
    ...{ offset, length },
    message: `${length === 1 ? 'A closing bracket' : 'Closing brackets'} too many. Remove ${them}${comma === undefined ? '' : ' with the comma'}.`,
    cure: [{ offset, length: length + (comma?.length ?? 0), text: '' }],
  }
}

/** Something that means nothing in JSON. */
export function stray(trouble: Trouble): Mistake | undefined {
  const { text, offset, length, before, expected, found } = trouble
  if (around(trouble) === undefined || !/^[^\s"'{}[\],:]/.test(found)) return undefined
  // A comma before it is left over where nothing else follows.
  const isLast = /^\s*[}\]]/.test(text.slice(offset + length))
  const start = expected !== 'comma' && before?.type === 'comma' && isLast ? before.offset : offset
  return {
    ...{ offset, length },
    message: 'This does not belong here. Remove it, with a comma that is left over.',
    cure: [{ offset: start, length: offset + length - start, text: '' }],
  }
}

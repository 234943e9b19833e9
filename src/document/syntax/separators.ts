import { imbalance } from './brackets.js'
import { edited, type Mistake, replacing } from './mistake.js'
import { around, matchAt, type Trouble } from './trouble.js'

/** A comma with nothing behind it. */
export function commaTooMany({ found, offset, before, expected, length }: Trouble): Mistake | undefined {
  if (expected !== 'key' && expected !== 'value') return undefined
  if (before?.type === 'comma' && /^[}\]]/.test(found)) {
    return replacing(before.offset, 1, '', 'A comma before the closing bracket. Remove the comma.')
  }
  const isBehind = before?.type === 'comma' || before?.type === 'opener'
  return isBehind && found.startsWith(',')
    ? replacing(offset, length, '', 'A comma too many. Remove it.')
    : undefined
}

/** Nothing, or another sign, where a value was to follow the colon. */
export function missingValue({ text, found, offset, before, expected }: Trouble): Mistake | undefined {
  if (expected !== 'value' || before?.type !== 'colon') return undefined
  const sign = /^[:=]+/.exec(found)
  if (sign !== null)
    return replacing(offset, sign[0].length, '', 'A sign too many behind the colon. Remove it.')
  if (!/^[,}\]]/.test(found)) return undefined
  const gap = text.slice(before.end, offset)
  return {
    ...{ offset: before.offset, length: 1 },
    message: 'The value behind this colon is missing. Add it, "" for none, or leave the key out.',
    cure: [{ offset: before.end, length: gap.length, text: ' ""' }],
  }
}

/** Something other than a colon between a key and its value. */
export function missingColon({ text, found, offset, before, length }: Trouble): Mistake | undefined {
  if (before === undefined) return undefined
  const sign = /^(?:=>|->|=|;|\uff1a)/.exec(found)?.[0]
  const comma = matchAt(
    /,(?=\s*(?:"(?:[^"\\\r\n]|\\.)*"|true|false|null|-?\d[\d.]*|[{[])\s*(?!\s*:))/y,
    text,
    offset,
  )
  if (sign !== undefined || (comma !== undefined && !isKeyNext(text, offset + 1))) {
    return replacing(
      offset,
      sign?.length ?? 1,
      ':',
      'A colon belongs between a key and its value. Write : here.',
    )
  }
  if (/^["\d{[-]|^(?:true|false|null)\b/.test(found)) {
    return {
      ...{ offset, length },
      message: 'A colon is missing between the key and its value. Put : before this.',
      cure: [{ offset: before.end, length: 0, text: ':' }],
    }
  }
  if (!/^[,}]/.test(found)) return undefined
  return {
    ...{ offset: before.offset, length: before.end - before.offset },
    message: 'This key has no value. Put a colon and the value behind it, or remove it.',
    cure: [{ offset: before.end, length: 0, text: ': ""' }],
  }
}

function isKeyNext(text: string, offset: number): boolean {
  return matchAt(/\s*"(?:[^"\\\r\n]|\\.)*"\s*:/y, text, offset) !== undefined
}

/** Something other than a comma between two values. */
export function wrongComma({ text, found, offset }: Trouble): Mistake | undefined {
  const sign = /^(?:[;.\uff0c\u3001\u060c]+|,)/.exec(found)?.[0]
  if (sign === undefined) return undefined
  const isLast = matchAt(/\s*[}\]]/y, text, offset + sign.length) !== undefined
  return isLast
    ? replacing(offset, sign.length, '', `This does not belong here. Remove it.`)
    : replacing(offset, sign.length, ',', 'A comma belongs between two entries. Write , here.')
}

/** What a value or a key starts with, quotes or not. */
const startsEntry = /^["'\u201c\u201e{[]|^(?:true|false|null|-?\d[\d.]*)\s*(?:[,:}\]]|$)|^[\w$-]+["']?\s*:/

/** A value or key right behind a value. */
export function missingComma({ found, offset, length, before }: Trouble): Mistake | undefined {
  if (before === undefined || !startsEntry.test(found)) return undefined
  return {
    ...{ offset, length },
    message: 'A comma is missing before this. Put one behind the value above.',
    cure: [{ offset: before.end, length: 0, text: ',' }],
  }
}

/** A colon behind a value of an object. */
export function colonBehindValue(trouble: Trouble): Mistake | undefined {
  const { text, found, offset, before } = trouble
  if (!found.startsWith(':') || before?.type !== 'string' || around(trouble) !== '{') return undefined
  const withBrace = { offset: before.offset, length: 0, text: '{' }
  if (imbalance(edited(text, [withBrace])) < imbalance(text)) {
    return {
      ...{ offset: before.offset, length: before.end - before.offset },
      message: 'A bracket is missing before this key. Put { before it.',
      cure: [withBrace],
    }
  }
  if (isKeyNext(text, offset + 1)) {
    return replacing(offset, 1, ',', 'A comma belongs between two entries. Write , here.')
  }
  const colon = text.lastIndexOf(':', before.offset)
  if (/[\r\n]/.test(text.slice(colon, before.offset))) {
    return {
      ...{ offset: colon, length: 1 },
      message:
        'The value behind this colon is missing. Add it with a comma ("", for none), or leave the key out.',
      cure: [{ offset: colon + 1, length: 0, text: ' "",' }],
    }
  }
  return {
    ...{ offset, length: 1 },
    message:
      'A second colon behind one key. Put { and } around the keys and values that belong to it, or keep one value.',
  }
}

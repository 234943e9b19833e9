import { ANGLE, isOfType, LENGTH, typeOf } from './calculations.js'
import { colorOf, normalized } from './colors.js'
import { isSubstitution, onlyPart, type Part, wordsOf } from './value-parts.js'

/** Longer texts are no colour, and reading them would take long. */
const MAX_LENGTH = 10_000

/** Keywords of all properties, and the colours of the system. */
const KEYWORDS =
  /^(?:inherit|initial|unset|revert(?:-layer)?|currentcolor|(?:active|gray|link|visited)text|button(?:border|face|text)|(?:accentcolor|canvas|field|highlight|mark|selecteditem)(?:text)?)$/

const SPACES = 'srgb(?:-linear)?|display-p3|a98-rgb|prophoto-rgb|rec2020|xyz(?:-d50|-d65)?'
const SPACE = /* @__PURE__ */ (() => new RegExp(`^(?:${SPACES})$`))()
/** How a gradient or a mixture gets from one colour to the next. */
const THROUGH = /* @__PURE__ */ (() =>
  new RegExp(
    `(?:^| )in (?:${SPACES}|(?:ok)?lab|(?:hsl|hwb|(?:ok)?lch)(?: (?:short|long|increas|decreas)(?:er|ing) hue)?)(?: |$)`,
  ))()

const CHANNELS = /^(?:rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color)$/

const GRADIENT = /^(?:repeating-)?(linear|radial|conic)-gradient$/
/** What may stand before the colours of each kind of gradient, with 1 for angles and 0 for lengths. */
const DIRECTION: Readonly<Record<string, RegExp>> = {
  linear: /^(?:1|to(?: (?:left|right|top|bottom)){1,2})?$/,
  radial:
    /^(?:(?:circle|ellipse|(?:clos|farth)est-(?:side|corner)|[01])(?: |$))*(?:at(?: (?:left|right|top|bottom|center|[01]))+)?$/,
  conic: /^(?:from 1(?: |$))?(?:at(?: (?:left|right|top|bottom|center|[01]))+)?$/,
}

/**
 * Whether a browser accepts a text as a colour, or where it may result in one (`var(…)`, `color-mix(…)`, a gradient, a
 * system colour).
 */
export function isColor(text: string): boolean {
  const value = normalized(text)
  if (isPlainColor(value)) return true
  if (value.length > MAX_LENGTH) return false
  const part = onlyPart(value)
  return part !== undefined && (isOneColor(part) || isGradient(part))
}

const isPlainColor = (value: string) => KEYWORDS.test(value) || colorOf(value) !== undefined

function isOneColor(part: Part | undefined): boolean {
  if (part?.args === undefined) return part !== undefined && isPlainColor(part.text)
  const args = part.args.map(wordsOf)
  const areColors = (count: number) =>
    args.length === count && args.every(([color, more]) => isOneColor(color) && more === undefined)
  switch (part.name) {
    case 'light-dark':
      return areColors(2)
    case 'contrast-color':
      return areColors(1)
    case 'color-mix':
      return isMixture(args)
    default:
      return isSubstitution(part) || isPlainColor(part.text) || areChannels(part.name ?? '', args)
  }
}

/** The arguments of `color-mix()`: not all browsers take more or less than two colours. */
function isMixture(args: readonly (readonly Part[])[]): boolean {
  const colors = textOf(args[0] ?? []).replace(THROUGH, '') === '' ? args.slice(1) : args
  const isShared = (color: Part | undefined, share: Part | undefined) =>
    isOneColor(color) && (share === undefined || isShare(share))
  return (
    colors.length === 2 &&
    colors.every(([one, other, more]) => more === undefined && (isShared(one, other) || isShared(other, one)))
  )
}

function isShare(part: Part): boolean {
  const share = Number.parseFloat(part.text)
  return isOfType(part, LENGTH) && !(share < 0 || share > 100)
}

/** The channels of a colour that culori doesn't read: some have to be computed, or it is in another colour space. */
function areChannels(name: string, args: readonly (readonly Part[])[]): boolean {
  const words = args.flat()
  const isFrom = words[0]?.text === 'from'
  const isComputed = isFrom || name === 'color' || words.some((word) => word.args !== undefined)
  if (!CHANNELS.test(name) || !isComputed) return false
  // One may stand for several channels.
  const isOpen = words.some(isSubstitution)
  if (args.length > 1)
    return (
      /^(?:rgb|hsl)/.test(name) &&
      args.every((arg) => arg.length === 1 && arg.every(isChannel)) &&
      (isOpen || args.length === 3 || args.length === 4)
    )
  if (isFrom && !isOneColor(words[1])) return false
  const rest = isFrom ? words.slice(2) : words
  if (name === 'color' && !SPACE.test(rest.shift()?.text ?? '') && !isOpen) return false
  const slash = rest.findIndex(({ text }) => text === '/')
  const alpha = slash < 0 ? [] : rest.splice(slash).slice(1)
  return (
    [...rest, ...alpha].every(isChannel) &&
    (isOpen || (rest.length === 3 && alpha.length === Math.min(1, slash + 1)))
  )
}

const isChannel = (part: Part) =>
  part.text === 'none' || (typeOf(part) !== undefined && (typeOf(part) !== LENGTH || /[%)]$/.test(part.text)))

function isGradient({ name = '', args = [] }: Part): boolean {
  const kind = GRADIENT.exec(name)?.[1]
  if (kind === undefined) return false
  const isPosition = (part: Part) =>
    Number(part.text) === 0 || isOfType(part, LENGTH) || (kind === 'conic' && isOfType(part, ANGLE))
  const isStop = ([color, ...positions]: readonly Part[]) =>
    isOneColor(color) && positions.length < 3 && positions.every(isPosition)
  const [first = [], ...others] = args.map(wordsOf)
  const stops = isStop(first) ? [first, ...others] : isDirection(first, kind) ? others : []
  return (
    isStop(stops.at(-1) ?? []) &&
    stops.every((words) => isStop(words) || (words.length === 1 && words.every(isPosition)))
  )
}

function isDirection(words: readonly Part[], kind: string): boolean {
  const signs = words.map((part) =>
    Number(part.text) === 0 || isOfType(part, ANGLE) ? '1' : isOfType(part, LENGTH) ? '0' : part.text,
  )
  return words.length > 0 && DIRECTION[kind]?.test(signs.join(' ').replace(THROUGH, ' ').trim()) === true
}

const textOf = (words: readonly Part[]) => words.map(({ text }) => text).join(' ')

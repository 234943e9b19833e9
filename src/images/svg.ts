import {
  parseXml,
  XmlCdata,
  type XmlDocument,
  XmlElement,
  XmlError,
  type XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from '@rgrove/parse-xml'
import { drawnElements } from './drawn-elements.js'

/** The scripts in an SVG file, and the addresses that it loads. */
export interface SvgContents {
  readonly scripts: readonly string[]
  readonly loads: readonly string[]
}

/** Drawing more elements, counted once per reference, takes minutes. */
const MAX_ELEMENTS = 100_000

/** Whether an SVG has too many elements to draw; `false` for a text that isn't one. */
export function isTooComplex(text: string): boolean {
  const document = documentOf(text)
  return document !== undefined && drawnElements(document) > MAX_ELEMENTS
}

/**
 * Finds the scripts in an SVG file, and the addresses that it loads.
 *
 * @returns `undefined` for a text that is no SVG
 */
export function readSvg(text: string): SvgContents | undefined {
  const scripts: string[] = []
  const loads: string[] = []
  // Entities can expand a small file to a huge one, and read other files: a logo doesn't need them.
  if (/<!ENTITY/i.test(text)) loads.push('<!ENTITY …>')
  const document = documentOf(text)
  if (document?.root == null || localName(document.root.name) !== 'svg') return undefined
  // An explicit stack, because deep nesting would overflow the call stack.
  const pending: XmlNode[] = [...document.children].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node instanceof XmlElement) {
      inspectElement(node, scripts, loads)
      for (let index = node.children.length - 1; index >= 0; index -= 1)
        pending.push(node.children[index] as XmlNode)
    } else if (node instanceof XmlProcessingInstruction) {
      // A style sheet, or an XSLT program that transforms the document.
      if (node.name === 'xml-stylesheet') loads.push(`<?xml-stylesheet ${node.content}?>`)
    } else if (node instanceof XmlText || node instanceof XmlCdata) loads.push(...addressesIn(node.text))
  }
  return { scripts: [...new Set(scripts)], loads: [...new Set(loads)] }
}

function documentOf(text: string): XmlDocument | undefined {
  try {
    return parseXml(text, { ignoreUndefinedEntities: true })
  } catch (error) {
    // A RangeError means thousands of nested elements, which no logo has.
    if (error instanceof XmlError || error instanceof RangeError) return undefined
    throw error
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

function inspectElement({ name, attributes }: XmlElement, scripts: string[], loads: string[]): void {
  const element = localName(name)
  if (element === 'script') scripts.push('<script>')
  if (element === 'foreignobject') scripts.push('<foreignObject>')
  for (const [key, raw] of Object.entries(attributes)) {
    const attribute = localName(key)
    // Browsers remove line breaks and tabs from an address before they read it.
    const value = raw.replace(/[\p{Cc}]/gu, '').trim()
    if (/^on/.test(attribute)) scripts.push(attribute)
    else if (/(?:^|;)\s*javascript:/i.test(value)) scripts.push(`${attribute}="javascript:…"`)
    else if ((attribute === 'href' || attribute === 'src') && isElsewhere(value)) loads.push(value)
    else loads.push(...addressesIn(value))
  }
}

/** The addresses that a style loads from elsewhere. */
function addressesIn(style: string): string[] {
  const found = style.matchAll(/(?:(?:@import\s+)?url\(\s*|@import\s*(?=['"]))['"]?([^'")\s;]+)/gi)
  return [...found].map(([, address = '']) => address).filter(isElsewhere)
}

const isElsewhere = (address: string) => address !== '' && !/^(?:#|data:)/i.test(address)

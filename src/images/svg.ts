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

/** The parts of an SVG file that are more than a picture. */
export interface SvgContents {
  readonly scripts: readonly string[]
  readonly loads: readonly string[]
}

/** What is drawn of more elements, each as often as something refers to it, takes minutes. */
const MAX_ELEMENTS = 100_000

/** Whether drawing an SVG takes more than a picture may; a text that is no SVG takes nothing. */
export function isEndless(text: string): boolean {
  const document = documentOf(text)
  return document !== undefined && drawnElements(document) > MAX_ELEMENTS
}

/**
 * Looks for programs in an SVG file, and for what it loads from elsewhere.
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
  // A stack of our own: how deep a file is nested must not matter.
  const pending: XmlNode[] = [...document.children].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node instanceof XmlElement) {
      lookAt(node, scripts, loads)
      for (let index = node.children.length - 1; index >= 0; index -= 1)
        pending.push(node.children[index] as XmlNode)
    } else if (node instanceof XmlProcessingInstruction) {
      // A style, or a whole program that makes another document of this one (XSLT).
      if (node.name === 'xml-stylesheet') loads.push(`<?xml-stylesheet ${node.content}?>`)
    } else if (node instanceof XmlText || node instanceof XmlCdata) loads.push(...addressesIn(node.text))
  }
  return { scripts: [...new Set(scripts)], loads: [...new Set(loads)] }
}

function documentOf(text: string): XmlDocument | undefined {
  try {
    return parseXml(text, { ignoreUndefinedEntities: true })
  } catch (error) {
    // Thousands of nested elements aren't a logo.
    if (error instanceof XmlError || error instanceof RangeError) return undefined
    throw error
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

function lookAt({ name, attributes }: XmlElement, scripts: string[], loads: string[]): void {
  const element = localName(name)
  if (element === 'script') scripts.push('<script>')
  if (element === 'foreignobject') scripts.push('<foreignObject>')
  for (const [key, raw] of Object.entries(attributes)) {
    const attribute = localName(key)
    // Browsers take line breaks and tabs out of an address before they look at it.
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

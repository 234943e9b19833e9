import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'
import type { Drawing, PreviewSide } from '../../src/preview/index.js'

/** An element of a drawing with its attributes, and the text in it. */
export interface Shape {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** A part of a drawing. */
export interface Part {
  /** The lines of its title. */
  readonly told: readonly string[]
  readonly shapes: readonly Shape[]
}

/** Every element of a drawing. @throws Error unless it is well-formed XML */
export function shapesOf(svg: string): Shape[] {
  const { root } = parseXml(svg)
  return root === null ? [] : below(root)
}

function below(element: XmlElement): Shape[] {
  const { name, attributes, children } = element
  const text = children.map((child) => (child instanceof XmlText ? child.text : '')).join('')
  const inner = children.flatMap((child) => (child instanceof XmlElement ? below(child) : []))
  return [{ name, attributes, text }, ...inner]
}

/** The parts of a drawing. */
export function partsOf({ svg }: Drawing): Part[] {
  const { root } = parseXml(svg)
  const parts = (root?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && child.attributes['class'] === 'part',
  )
  return parts.map((part) => {
    const shapes = below(part).slice(1)
    const told = shapes.find(({ name }) => name === 'title')?.text.split('\n') ?? []
    return { told, shapes: shapes.filter(({ name }) => name !== 'title') }
  })
}

/** The part whose title starts with a text. */
export function partOf(drawing: Drawing, title: string): Part {
  const part = partsOf(drawing).find(({ told }) => told[0]?.startsWith(title))
  if (part === undefined) throw new Error(`The drawing has no part "${title}".`)
  return part
}

/** The drawing of a page. */
export function pageOf(side: PreviewSide | undefined, page: string): Drawing {
  const drawing = side?.drawings.find((each) => each.page === page)
  if (drawing === undefined) throw new Error(`There is no drawing of the page "${page}".`)
  return drawing
}

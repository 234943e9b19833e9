import { XmlCdata, type XmlDocument, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml'

/** With more references in its styles, an image counts as too complex. */
const MAX_STYLED = 500

/**
 * The number of elements that are drawn for a document, those included that are drawn again for each reference to them
 * (`<use>`, patterns, masks, …): ten references to ten references and so on make a small file take minutes.
 *
 * @returns infinity for references that are nested too deeply, or too many, to count
 */
export function drawnElements({ children }: XmlDocument): number {
  const byId = new Map<string, XmlElement>()
  const styled = new Set<string>()
  const pending: XmlNode[] = [...children]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    // A style may apply to any element, so its references count for each.
    if (node instanceof XmlText || node instanceof XmlCdata) for (const id of idsIn(node.text)) styled.add(id)
    if (!(node instanceof XmlElement)) continue
    const { id } = node.attributes
    if (id !== undefined && !byId.has(id)) byId.set(id, node)
    for (const child of node.children) pending.push(child)
  }
  if (styled.size > MAX_STYLED) return Number.POSITIVE_INFINITY
  const weights = new Map<XmlElement, number>()
  const weigh = (element: XmlElement): number => {
    const known = weights.get(element)
    if (known !== undefined) return known
    // Elements that refer to themselves aren't drawn.
    weights.set(element, 0)
    let weight = 1
    for (const child of element.children) if (child instanceof XmlElement) weight += weigh(child)
    const ids = Object.values(element.attributes).flatMap(idsIn)
    for (const id of [...ids, ...styled]) {
      const meant = byId.get(id)
      if (meant !== undefined) weight += weigh(meant)
    }
    weights.set(element, weight)
    return weight
  }
  try {
    return children.reduce((sum, node) => (node instanceof XmlElement ? sum + weigh(node) : sum), 0)
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY
    throw error
  }
}

/** The ids of the elements that a text refers to, as an address or in a style. */
function idsIn(text: string): string[] {
  const whole = /^\s*#(.+?)\s*$/s.exec(text)?.[1]
  const inside = [...text.matchAll(/url\(\s*['"]?#([^'")]+)/gi)].map(([, id = '']) => id.trim())
  return whole === undefined ? inside : [whole, ...inside]
}

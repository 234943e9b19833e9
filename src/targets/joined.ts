/**
 * Objects in one, with the properties of the last that has them. Getters are kept, so that tables are loaded when they are
 * first used; a spread would load them all.
 */
export function joined<First extends object, const Second extends object>(
  first: First,
  second: Second,
): Joined<First, Second>
export function joined<First extends object, Second extends object, const Third extends object>(
  first: First,
  second: Second,
  third: Third,
): Joined<Joined<First, Second>, Third>
export function joined(...parts: readonly object[]): object {
  const properties = Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(part)))
  return Object.defineProperties({}, properties)
}

type Joined<First, Second> = Omit<First, keyof Second> & Second

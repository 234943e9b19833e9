/** What is known after some arguments: the result, or what comes after more of them. */
class Known<Result> extends Map<unknown, Known<Result>> {
  result: { readonly value: Result } | undefined
}

/**
 * A function that remembers its results: the colours and tokens of a theme come again in its layers, in its next
 * version and in many files.
 *
 * @param most so many results are remembered, then all are forgotten
 */
export function remembered<Arguments extends unknown[], Result>(
  work: (...args: Arguments) => Result,
  most: number,
): (...args: Arguments) => Result {
  let all = new Known<Result>()
  let size = 0
  return (...args) => {
    if (size === most) {
      all = new Known()
      size = 0
    }
    let known = all
    for (const each of args) {
      let next = known.get(each)
      if (next === undefined) {
        next = new Known()
        known.set(each, next)
      }
      known = next
    }
    if (known.result === undefined) {
      known.result = { value: work(...args) }
      size += 1
    }
    return known.result.value
  }
}

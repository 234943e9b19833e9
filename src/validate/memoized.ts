/** A node of the tree of arguments: the result for the arguments so far, and the nodes for the next argument. */
class Known<Result> extends Map<unknown, Known<Result>> {
  result: { readonly value: Result } | undefined
}

/**
 * A function that keeps its results: the same colours and tokens occur in several layers and files.
 *
 * @param most the most results to keep; beyond that all are discarded
 */
export function memoized<Arguments extends unknown[], Result>(
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

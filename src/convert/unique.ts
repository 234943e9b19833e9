/**
 * The name, with a number behind it when it is taken.
 *
 * @param used the names that are taken; the result is added
 * @param counters the next number to try for each name, so that many equal names stay cheap
 */
export function unique(name: string, used: Set<string>, counters: Map<string, number>): string {
  let candidate = name
  for (let number = counters.get(name) ?? 2; used.has(candidate); number += 1) {
    candidate = `${name} ${number}`
    counters.set(name, number + 1)
  }
  used.add(candidate)
  return candidate
}

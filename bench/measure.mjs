import { spawnSync } from 'node:child_process'

/** The middle of a list of numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The microseconds that a function takes. */
export function microseconds(run) {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1000
}

/**
 * Measures several subjects interleaved: every round runs each of them once, in rotating order, so that other load on the
 * machine affects all alike.
 *
 * @param subjects by name: `prepare` makes the inputs (not measured), `run` is called for each of them
 * @returns by name: the microseconds per call of each round
 */
export function interleave(subjects, { rounds, warmUp, batch }) {
  const names = Object.keys(subjects)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + Math.abs(round)) % names.length]
      const { prepare, run } = subjects[name]
      const inputs = Array.from({ length: batch }, prepare)
      const time = microseconds(() => {
        for (const input of inputs) consume(run(input))
      })
      if (round >= 0) times[name].push(time / batch)
    }
  }
  return times
}

/** Keeps results, because the compiler may drop code whose result is unused. */
let sink
export function consume(value) {
  sink = value
  return sink
}

/** The median over all rounds of the ratio between the times of two subjects. */
export function ratioOf(times, name, base) {
  return median(times[name].map((time, round) => time / times[base][round]))
}

/** The milliseconds that a command takes; it has to succeed. */
function runTime(command, options) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
    ...options,
  })
  const time = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`node ${command.join(' ')} ended with ${status}: ${stderr}`)
  return time
}

/** The run times of two commands in pairs, in alternating order. */
export function pairedRuns(first, second, pairs) {
  const times = { first: [], second: [] }
  for (let pair = -2; pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? ['first', 'second'] : ['second', 'first']
    for (const name of order) {
      const time = runTime(name === 'first' ? first : second)
      if (pair >= 0) times[name].push(time)
    }
  }
  return times
}

/** The parsed JSON output of a Node process. */
export function child(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does work that may not be left half done: a signal to stop, such as Ctrl-C, waits for its end.
 *
 * @returns the result, and the signal
 */
export async function untilDone<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly signal: string | undefined }> {
  let signal: string | undefined
  const note = (name: string) => {
    signal = name
  }
  for (const name of signals) process.on(name, note)
  try {
    const result = await work()
    // Node takes signals after its timers.
    await new Promise((resolve) => setTimeout(resolve, 0))
    await new Promise((resolve) => setImmediate(resolve))
    return { result, signal }
  } finally {
    for (const name of signals) process.off(name, note)
  }
}

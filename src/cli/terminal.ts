import pc from 'picocolors'

export type Colors = ReturnType<typeof pc.createColors>

/** Colours for a stream: on a terminal, unless the environment says otherwise. */
export function colorsFor(
  stream: { isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment
  if (NO_COLOR) return pc.createColors(false)
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '')
    return pc.createColors(!['0', 'false'].includes(FORCE_COLOR))
  return pc.createColors(stream.isTTY === true && TERM !== 'dumb')
}

/**
 * A colour of a region: a token; tokens, each used where the one before isn't set; or a fixed colour,
 * which starts with `#`.
 */
export type Paint = string | readonly string[]

/** What a client paints a region of its pages with. */
export interface PaintedRegion {
  /** Its name. */
  readonly title: string
  /**
   * What its text, or else its icon, is, for a sentence. Where it is given, the contrast rules compare that
   * with the background: once for each two tokens.
   */
  readonly shows?: string
  readonly background?: Paint
  /** The right end, where the background is a gradient. */
  readonly backgroundTo?: Paint
  readonly text?: Paint
  readonly icon?: Paint
  readonly border?: Paint
  /** The regions below, from top to bottom, that show where there is no background or it is transparent. */
  readonly on?: readonly string[]
  /** Not seen on a page of the real client: its tokens are taken by their names. */
  readonly isUnseen?: true
}

/** The regions of a client's pages. */
export type PaintedRegions = Readonly<Record<string, PaintedRegion>>

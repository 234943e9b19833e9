/** A colour of a region: a token, a list of tokens of which the first that is set counts, or a fixed `#` colour. */
export type Paint = string | readonly string[]

/** The colours that a client paints a region of its pages with. */
export interface PaintedRegion {
  /** Its name. */
  readonly title: string
  /**
   * A name for its text, or else its icon, in messages. If it is given, the contrast rules compare that with the
   * background, once for each pair of tokens.
   */
  readonly shows?: string
  readonly background?: Paint
  /** The right end of a background that is a gradient. */
  readonly backgroundTo?: Paint
  readonly text?: Paint
  readonly icon?: Paint
  readonly border?: Paint
  /** The regions below, from top to bottom, that show through without a background or with a transparent one. */
  readonly on?: readonly string[]
  /** Not measured in the client: the tokens are guessed by their names. */
  readonly isUnseen?: true
}

/** The regions of a client's pages. */
export type PaintedRegions = Readonly<Record<string, PaintedRegion>>

/** What is known of the pages of a client. */
export interface PaintedPages {
  /** The release that was measured and has the same pages: itself, or the one that it is drawn as. */
  readonly drawnAs: 'ocis-8' | 'opencloud-7.3'
  /** The regions that are known to differ. */
  readonly regions?: Partial<PaintedRegions>
  /** What else is known, as sentences. */
  readonly remark?: string
}

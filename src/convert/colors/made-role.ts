import type { Pointer } from '../../json/pointer.js'

/**
 * How a role came to its colour: `exact` has the same use in both clients, `alike` a similar one, `default` a default
 * for a token that isn't set, `fixed` is one that the old client has no token for, and `derived` is a tone of another.
 */
export type RoleKind = 'exact' | 'alike' | 'default' | 'fixed' | 'derived'

/** A role with its colour, and where that is from. */
export interface MadeRole {
  readonly role: string
  readonly color: string
  readonly kind: RoleKind
  /** The token that the colour is from, or that of the colour that it is a tone of. */
  readonly token?: string | undefined
  readonly from: Pointer | null
  /** Whether the author's colour was transparent. */
  readonly isBlended?: boolean
  readonly reason: string
}

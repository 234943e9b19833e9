import type { Pointer } from '../../json/pointer.js'

/**
 * The origin of a role's colour: `exact` is a token with the same use in both clients, `alike` one with a similar use,
 * `default` the default of an unset token, `fixed` a colour without a token in the old client, `derived` a tone of another
 * colour.
 */
export type RoleKind = 'exact' | 'alike' | 'default' | 'fixed' | 'derived'

/** A role with its colour and the origin of that. */
export interface MadeRole {
  readonly role: string
  readonly color: string
  readonly kind: RoleKind
  /** The token of the colour, or of the colour that it is a tone of. */
  readonly token?: string | undefined
  readonly from: Pointer | null
  /** Whether the author's colour was transparent. */
  readonly isBlended?: boolean
  readonly reason: string
}

import { schemaOfAddress, strictAddress } from '../../targets/schema-addresses.js'
import { lose, made, put, type Step, take } from '../draft.js'

const PLACE = 'schema'

/**
 * Updates `$schema`: one of this package follows the target, one of a legacy generation is dropped, and any other is kept
 * unless the caller names one.
 */
export const referToSchema: Step = (draft) => {
  const { root, target, options, releases } = draft
  const present = take(root, PLACE)
  const ours = schemaOfAddress(present?.value)
  // A file that works without network keeps to the installed package.
  const address = ours?.folder === undefined ? target.schema : `${ours.folder}/${target.id}.json`
  const wanted = options.schema === true ? strictAddress(address) : options.schema || undefined
  let followed = present
  if (present !== undefined) {
    if (draft.hasLegacyThemes || ours?.name.startsWith('legacy-')) {
      lose(draft, present, 'dropped', 'schema of the old generation')
      followed = undefined
    } else if (ours !== undefined && Object.hasOwn(releases.targets, ours.name)) {
      const kept = ours.name === target.id ? present.value : addressLike(address, ours)
      const value = options.schema === true ? (wanted as string) : kept
      const reason = `schema of ${target.title}`
      if (value !== present.value) followed = { ...present, value, action: 'rewritten', reason }
    }
  }
  if (wanted !== undefined && followed?.value !== wanted) {
    if (followed !== undefined) lose(draft, followed, 'superseded', 'replaced by the given schema')
    followed = made(PLACE, wanted, 'added', 'requested')
  }
  if (followed !== undefined) put(root, followed)
}

const addressLike = (address: string, { isStrict }: { isStrict: boolean }) =>
  isStrict ? strictAddress(address) : address

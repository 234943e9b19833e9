import { isLegacySchema } from '../../formats/legacy-schemas.js'
import { targets } from '../../targets/index.js'
import { lose, made, put, type Step, take } from '../draft.js'

const PLACE = 'schema'

/** A schema of ours follows the target, but for one of an old shape; any other stays unless the caller names one. */
export const referToSchema: Step = (draft) => {
  const { root, target, options } = draft
  const wanted = options.schema === true ? target.schema : options.schema || undefined
  const present = take(root, PLACE)
  let followed = present
  if (present !== undefined) {
    if (draft.isLegacy || isLegacySchema(present.value)) {
      lose(draft, present, 'dropped', 'schema of the old generation')
      followed = undefined
    } else if (isOurs(present.value) && present.value !== target.schema) {
      const reason = `schema of ${target.title}`
      followed = { ...present, value: target.schema, action: 'rewritten', reason }
    }
  }
  if (wanted !== undefined && followed?.value !== wanted) {
    if (followed !== undefined) lose(draft, followed, 'superseded', 'replaced by the given schema')
    followed = made(PLACE, wanted, 'added', 'requested')
  }
  if (followed !== undefined) put(root, followed)
}

function isOurs(address: unknown): boolean {
  return Object.values(targets).some(({ schema }) => schema === address)
}

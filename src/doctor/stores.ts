import { type DoctorFinding, finding, missing, setTo } from './answer.js'
import { stores } from './release-facts.js'
import { readVariables, type Upgrade } from './upgrade.js'

/** Findings about removed kinds of caches and stores. */
export function storeFindings(upgrade: Upgrade): DoctorFinding[] {
  return readVariables(upgrade, stores.names).flatMap(({ name, values, services }) => {
    const changes = [setTo(name, stores.successor)]
    const isIn = (kinds: readonly string[]) => values.find((value) => kinds.includes(value))
    const gone = isIn(stores.gone)
    if (gone !== undefined) {
      const text = `${name} is ${gone}, which oCIS ${stores.began} removed.`
      return [finding('store-gone', text, { services, changes })]
    }
    if (values.includes(stores.forTests)) {
      const text = `${name} is ${stores.forTests}, which is for tests only: a restart loses what is in it.`
      return [finding('store-gone', text, { services, changes, severity: 'info' })]
    }
    if (values.every((value) => (stores.kept as readonly string[]).includes(value))) return []
    return [
      missing(
        `${name} is a kind of store that theme-convert doesn't know. Check that oCIS ${stores.began} has it, or set ${name}=${stores.successor}.`,
        services,
      ),
    ]
  })
}

import { type DoctorFinding, finding, remove, setTo } from './answer.js'
import { resharing } from './release-facts.js'
import { goesOver, setVariables, type Upgrade } from './upgrade.js'

/** Findings about resharing, which oCIS deprecated in one release and removed in another. */
export function resharingFindings(upgrade: Upgrade): DoctorFinding[] {
  const { began, ended, global, local } = resharing
  const set = (names: readonly string[]) => names.flatMap((name) => setVariables(upgrade, name))
  if (goesOver(upgrade, ended)) {
    return set([global, ...local]).map(({ name, services }) =>
      finding('resharing-set', `Resharing is gone from oCIS ${ended} on.`, {
        services,
        changes: [remove(name)],
      }),
    )
  }
  const off = setTo(global, 'false')
  const deprecated = `Resharing is deprecated from oCIS ${began} on.`
  const isOff = set([global]).some(({ values }) => values.every((value) => /^(?:false|0|f)$/i.test(value)))
  return [
    ...set(local).map(({ name, services }) =>
      finding('resharing-set', deprecated, { services, changes: [remove(name), ...(isOff ? [] : [off])] }),
    ),
    ...set([global])
      .filter(() => !isOff)
      .map(({ services }) => finding('resharing-set', deprecated, { services, changes: [off] })),
  ]
}

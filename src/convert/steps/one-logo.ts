import type { Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import {
  type Draft,
  defaultFrom,
  isAcross,
  layersOf,
  lose,
  put,
  report,
  type Scope,
  type Step,
  take,
} from '../draft.js'

const TOPBAR = 'logo.topbar'
const LOGIN = 'logo.login'

/** OpenCloud has one logo for the top bar and pages without one, ownCloud has two. */
export const settleLogosAcross: Step = (draft) => {
  if (!isAcross(draft)) return
  const isOne = draft.target.merge.common === 'flat'
  const below = draft.defaults.values.get(TOPBAR)
  for (const scope of layersOf(draft)) {
    if (isOne) joinLogos(draft, scope, below)
    else splitLogo(scope)
  }
}

function joinLogos(draft: Draft, scope: Scope, below: Value | undefined): void {
  const login = take(scope, LOGIN)
  if (login === undefined) return
  const topbar = scope.values.get(TOPBAR) ?? below
  if (topbar === undefined) {
    put(scope, { ...login, place: TOPBAR, reason: 'one logo for the top bar and the login page' })
  } else if (topbar.value === login.value) {
    lose(draft, login, 'superseded', 'same image as in the top bar, which is used for both')
  } else {
    const reason = `${draft.target.title} shows the logo of the top bar on all pages`
    lose(draft, login, 'dropped', reason)
    report(
      draft,
      'value-dropped',
      login.from,
      `${reason}, ${quoted(topbar.value)}. That of the login page, ${quoted(login.value)}, was dropped.`,
    )
  }
}

function splitLogo(scope: Scope): void {
  const topbar = scope.values.get(TOPBAR)
  if (topbar !== undefined && !scope.values.has(LOGIN))
    put(
      scope,
      defaultFrom(
        { ...topbar, place: LOGIN },
        'the old client had one logo for the top bar and the login page',
      ),
    )
}

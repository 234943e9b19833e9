/**
 * Makes the parts of a drawing reachable by keyboard, and shows the values of the part that has the focus or the pointer.
 * Without scripts, browsers show the titles of parts as tooltips.
 */
const script = `
'use strict'
const answer = document.getElementById('answer')
const partOf = (event) => event.target instanceof Element ? event.target.closest('.part') : null
const say = (part) => { answer.textContent = part.querySelector('title').textContent }
// The frame listens, because browsers make a drawing with a focus listener another tab stop.
for (const drawing of document.querySelectorAll('.frame')) {
  const parts = [...drawing.querySelectorAll('.part')]
  if (parts.length > 0) parts[0].setAttribute('tabindex', '0')
  drawing.addEventListener('keydown', (event) => {
    const at = parts.indexOf(document.activeElement)
    const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: parts.length - 1 }
    const next = parts[steps[event.key]]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    parts[at].setAttribute('tabindex', '-1')
    next.setAttribute('tabindex', '0')
    next.focus()
  })
  drawing.addEventListener('focusin', (event) => { const part = partOf(event); if (part) say(part) })
  drawing.addEventListener('pointerover', (event) => { const part = partOf(event); if (part) say(part) })
}
`

/** Reloads the page when the file changes, and keeps the scroll position. */
const liveScript = `
'use strict'
const place = 'theme-convert-scroll'
const changes = new EventSource('/changes')
changes.addEventListener('change', () => {
  sessionStorage.setItem(place, String(scrollY))
  location.reload()
})
const before = sessionStorage.getItem(place)
if (before !== null) { sessionStorage.removeItem(place); scrollTo(0, Number(before)) }
`

/** The scripts of a page. */
export const scriptsFor = (isLive: boolean): readonly string[] => (isLive ? [script, liveScript] : [script])

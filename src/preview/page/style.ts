/** The style of the page around the drawings. */
export const style = `
:root { color-scheme: light dark; --background: #fff; --text: #1b1f24; --muted: #555d66; --line: #c9ced4; --panel: #f3f5f7; --accent: #0b57a4 }
@media (prefers-color-scheme: dark) {
  :root { --background: #15181c; --text: #eceff2; --muted: #aab3bd; --line: #454c55; --panel: #20252b; --accent: #8cc0ff }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--background); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
main, header, footer { max-width: 2000px; margin: 0 auto; padding: 0 1rem }
h1 { margin: 1rem 0 0; font-size: 1.6rem } h2 { margin: 2rem 0 .5rem; font-size: 1.3rem } h3 { margin: 1.5rem 0 .25rem; font-size: 1.1rem }
h4 { margin: 0 0 .25rem; font-size: 1rem; color: var(--muted) }
h1, h2, h3, h4, p, li, td, th, dd { overflow-wrap: anywhere }
p { margin: .25rem 0 }
a { color: var(--accent) }
.skip { position: absolute; left: -999rem } .skip:focus { left: 1rem; top: 1rem; background: var(--background); padding: .5rem; z-index: 2 }
.controls { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0 }
fieldset { border: 1px solid var(--line); border-radius: 6px; padding: .25rem .75rem .5rem; margin: 0; min-width: 0 }
label { display: inline-flex; gap: .35rem; align-items: center; margin-right: .75rem; min-height: 1.75rem }
.pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr)) }
.pair.narrow { grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 24.375rem)) }
figure { margin: 0; min-width: 0; break-inside: avoid }
figcaption { color: var(--muted); font-size: .9rem }
.frame { overflow: auto; border: 1px solid var(--line) }
.frame:focus-visible, label:focus-within, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.frame > svg { display: block; width: 100%; height: auto; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.part:hover > .box, .part:focus > .box { stroke: #000; stroke-width: 2; paint-order: stroke; outline: none }
.part:hover > .box { stroke: #0b57a4 }
.part:focus > .box { stroke: #0b57a4; stroke-width: 4 } .part:focus { outline: none }
.answer { position: sticky; bottom: 0; z-index: 1; margin: 1rem -1rem 0; padding: .5rem 1rem; background: var(--panel); border-top: 1px solid var(--line); max-height: 40vh; overflow: auto; font-size: .9rem; white-space: pre-line; overflow-wrap: anywhere }
body:has(#zoom-200:checked) .frame > svg { width: 200% } body:has(#zoom-400:checked) .frame > svg { width: 400% }
body:has(#sees-protan:checked) .frame > svg { filter: url(#protan) }
body:has(#sees-deutan:checked) .frame > svg { filter: url(#deutan) }
body:has(#sees-tritan:checked) .frame > svg { filter: url(#tritan) }
.scroll { overflow-x: auto } .scroll:focus-visible { outline: 3px solid var(--accent) }
table { border-collapse: collapse; font-size: .9rem } th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; min-width: 6rem }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media print {
  .controls, .answer, .skip { display: none }
  body { font-size: 11pt } .frame { overflow: visible } .frame > svg { width: 100% !important }
  h2 { break-before: auto } h2, h3, h4 { break-after: avoid }
}
`

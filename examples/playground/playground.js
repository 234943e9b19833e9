import { convert, detect, generations, parseText, targetFor, targets, validate } from '../../dist/index.js'
import { preview, previewPage } from '../../dist/preview.js'

/** Longer lists are cut, because they slow browsers down. */
const MOST_FINDINGS = 100
const MOST_VALUES = 1000

/** The longest text, which takes about a second; themes have a few thousand characters. */
const MOST_CHARACTERS = 500_000

/** How long to wait after the last keystroke, in milliseconds. */
const PAUSE = 300

const at = (id) => document.getElementById(id)
const text = at('text')

/** The name of the opened file. */
let name = 'theme.json'
/** The results of the last text. */
let converted
let drawn
let draw
let timer
/** Counts the texts, so that an outdated one is not drawn. */
let texts = 0

for (const [id, { title }] of Object.entries(targets)) at('target').append(new Option(title, id))

/** An element with a text. Nothing of a theme is ever parsed as HTML. */
function element(kind, content) {
  const made = document.createElement(kind)
  made.textContent = content
  return made
}

/** Shows the kind of the text, the findings and the conversion; the drawings follow when these are on the screen. */
function show() {
  clearTimeout(timer)
  texts += 1
  converted = undefined
  draw = undefined
  const content = text.value
  if (content.length > MOST_CHARACTERS) {
    say([`The text is too large for this page: ${tooLarge(content.length)}`])
    showFindings([])
    showConverted()
    showPreview()
    return
  }
  const { document: theme, diagnostics } = parseText(content)
  if (content.trim() === '' || theme === undefined) {
    say(content.trim() === '' ? ['Open, drop or paste a theme.json.'] : ['Not a theme: invalid JSON.'])
    showFindings(content.trim() === '' ? [] : diagnostics)
    showConverted()
    showPreview()
    return
  }
  const as = at('kind').value
  const detection = detect(theme, { text: content, as })
  const { id: target } = targetFor(at('target').value || undefined, detection.generation)
  const conversion = convert(theme, { target, as, maxFindings: MOST_FINDINGS })
  converted = conversion.theme
  say(describe(detection, target))
  showFindings(
    // For a document that can't be converted, validate and convert report the same.
    converted === undefined
      ? validate(content, { target, as, maxFindings: MOST_FINDINGS }).diagnostics
      : [
          ...validate(content, { target, as, maxFindings: MOST_FINDINGS }).diagnostics,
          ...conversion.diagnostics,
        ],
  )
  showConverted(conversion.ledger)
  draw = (only) => preview(theme, { target, as, ...(only !== undefined && { theme: only }) })
  const mine = texts
  // A task after the next frame runs when the result is on the screen.
  requestAnimationFrame(() => setTimeout(() => mine === texts && showPreview()))
}

/** The message about a text that is too large. */
function tooLarge(size) {
  const inMegabytes = (number) => `${Math.ceil(number / 100_000) / 10} MB`
  return `${inMegabytes(size)}, and it takes up to ${inMegabytes(MOST_CHARACTERS)}. Themes have a few kB: check that this is the right file, or use the command theme-convert.`
}

function say(lines) {
  at('status').replaceChildren(...lines.map((line) => element('p', line)))
}

function describe({ generation, reasons, verdict, shipped, recommendation }, target) {
  const { title, writtenFor } = generations[generation]
  return [
    `${title[0].toUpperCase()}${title.slice(1)} (${generation}), written for ${writtenFor}. ${reasons.join(' ')}`,
    ...(verdict === null
      ? []
      : [`Verdict: ${verdict}, nearest to the theme of ${shipped}. ${recommendation}`]),
    `Checked and converted for ${targets[target].title}.`,
  ]
}

function showFindings(diagnostics) {
  const shown = diagnostics.slice(0, MOST_FINDINGS).map(({ severity, code, pointer, range, message }) => {
    const item = document.createElement('li')
    item.append(element('strong', severity), ` ${message} `, element('code', `${code} ${pointer}`))
    if (range !== undefined) item.append(' ', goTo(range))
    return item
  })
  if (diagnostics.length > MOST_FINDINGS)
    shown.push(element('li', `… ${diagnostics.length - MOST_FINDINGS} more`))
  at('findings').replaceChildren(...(shown.length === 0 ? [element('li', 'None.')] : shown))
}

/** A button that selects a range of the text, and scrolls to it. */
function goTo({ start, end }) {
  const button = element('button', `Line ${start.line}`)
  button.type = 'button'
  button.addEventListener('click', () => {
    text.focus()
    text.setSelectionRange(offsetOf(start), offsetOf(end))
    const height = Number.parseFloat(getComputedStyle(text).lineHeight)
    text.scrollTop = Math.max(0, (start.line - 4) * height)
  })
  return button
}

/** The offset of a line and column in the text. */
function offsetOf({ line, column }) {
  const before = text.value.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
}

function showConverted({ entries } = { entries: [] }) {
  at('result').hidden = converted === undefined
  at('converted').value = converted === undefined ? '' : `${JSON.stringify(converted, null, 2)}\n`
  const rows = entries.slice(0, MOST_VALUES).map(({ action, from, to, reason }) => {
    const row = document.createElement('tr')
    row.append(...[action, from, to, reason].map((each) => element('td', each ?? '')))
    return row
  })
  at('ledger').replaceChildren(...rows)
  const left = Math.max(0, entries.length - MOST_VALUES)
  at('ledger-title').textContent =
    `Ledger: ${entries.length} values${left === 0 ? '' : ` (the first ${MOST_VALUES})`}`
}

function showPreview() {
  drawn = draw?.()
  const names = drawn === undefined ? [] : [...drawn.themes.map((theme) => theme.name), ...drawn.omitted]
  at('preview').hidden = names.length === 0
  const last = at('theme').selectedOptions[0]?.text
  at('theme').replaceChildren(
    ...names.map((each, index) => new Option(each, String(index), false, each === last)),
  )
  showTheme()
}

/** Draws the chosen theme. Its page is in a sandboxed frame, which can't access this page. */
function showTheme() {
  if (at('preview').hidden) {
    at('drawings').replaceChildren()
    return
  }
  const index = Number(at('theme').value)
  const theme = drawn.themes[index]
  const one =
    theme === undefined ? draw(drawn.omitted[index - drawn.themes.length]) : { ...drawn, themes: [theme] }
  // A new frame each time: in Chromium 14x a sandboxed frame that was created hidden stays empty.
  const frame = document.createElement('iframe')
  frame.title = 'Preview'
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.srcdoc = previewPage({ ...one, omitted: [] }, { title: name })
  at('drawings').replaceChildren(frame)
}

function download(file, content, type) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = file
  link.click()
  // Browsers read the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function open(file) {
  name = file.name
  if (file.size > MOST_CHARACTERS) return refuse(`is too large for this page: ${tooLarge(file.size)}`)
  // Unlike file.text(), this keeps a byte-order mark, which servers can't read.
  const bytes = await file.arrayBuffer()
  try {
    text.value = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    show()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    refuse('is not UTF-8 text. Save it as UTF-8.')
  }
}

/** Refuses to insert a text that is too large for the page. */
function keepOut(event, data) {
  const { length } = data?.getData('text/plain') ?? ''
  if (length <= MOST_CHARACTERS) return
  event.preventDefault()
  name = 'The text'
  refuse(`is too large for this page: ${tooLarge(length)}`)
}

function refuse(reason) {
  text.value = ''
  show()
  say([`${name} ${reason}`])
}

addEventListener('error', ({ message }) => {
  say([`Internal error: ${message}`])
})
// A browser needs minutes to show a text of many megabytes, so it is refused before it is inserted.
text.addEventListener('paste', (event) => keepOut(event, event.clipboardData))
text.addEventListener('drop', (event) => keepOut(event, event.dataTransfer))
text.addEventListener('input', ({ inputType }) => {
  clearTimeout(timer)
  timer = setTimeout(show, inputType === 'insertFromPaste' ? 0 : PAUSE)
})
at('target').addEventListener('change', show)
at('kind').addEventListener('change', show)
at('theme').addEventListener('change', showTheme)
at('file').addEventListener('change', ({ target }) => {
  const [file] = target.files
  if (file === undefined) return
  void open(file)
  // Browsers say nothing of the same file when it is chosen again, after a correction.
  target.value = ''
})
document.addEventListener('dragover', (event) => {
  event.preventDefault()
  document.body.classList.add('dropping')
})
document.addEventListener('dragleave', () => document.body.classList.remove('dropping'))
document.addEventListener('drop', (event) => {
  document.body.classList.remove('dropping')
  const [file] = event.dataTransfer.files
  // Dropped text is inserted by the browser.
  if (file === undefined) return
  event.preventDefault()
  void open(file)
})
at('download').addEventListener('click', () => {
  download(name, at('converted').value, 'application/json')
})
at('download-page').addEventListener('click', () => {
  download(name.replace(/(?:\.json)?$/i, '.html'), previewPage(drawn, { title: name }), 'text/html')
})
show()

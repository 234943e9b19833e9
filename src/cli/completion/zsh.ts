import type { CompletedOption, MakeScript, Words } from './words.js'

/** The script for zsh. */
export const zshScript: MakeScript = (verbs, rules, severities) => {
  const list = verbs.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}\n`)
  const cases = verbs.map(({ name, options, operands }) => {
    const specs = [...options.map(specOf), operandSpec(operands)].filter((spec) => spec !== '')
    return `    ${name})\n      _arguments -s ${specs.map((spec) => `\\\n        ${spec}`).join(' ')}\n      ;;\n`
  })
  return `#compdef theme-convert
# Completion of theme-convert for zsh. Load it with:
#   source <(theme-convert completion zsh)
# or write it to a file _theme-convert in a folder of $fpath.

_theme_convert_rules() {
  if compset -P 1 '*='; then
    compadd -- ${severities.join(' ')}
  else
    compadd -S = -- ${rules.join(' ')}
  fi
}

_theme-convert() {
  local -a verbs
  verbs=(
${list.join('')}  )
  local verb=convert
  if ((CURRENT > 2)) && ((\${verbs[(I)\${words[2]}:*]})); then
    verb=\${words[2]}
    shift words
    ((CURRENT--))
  elif ((CURRENT == 2)) && [[ \${words[2]} != -* ]]; then
    _alternative 'commands:command:{_describe command verbs}' 'files:file:_files'
    return
  fi
  case $verb in
${cases.join('')}  esac
}

if [[ $funcstack[1] = _theme-convert ]]; then
  _theme-convert "$@"
else
  compdef _theme-convert theme-convert
fi
`
}

function specOf({ name, short, about, isRepeatable, words }: CompletedOption): string {
  const names = short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`]
  const exclusion = isRepeatable ? '*' : names.length > 1 ? `(${names.join(' ')})` : ''
  const value = words === undefined ? '' : `:${name}:${actionOf(words)}`
  const text = `[${about.replace(/[[\]\\]/g, '\\$&').replace(/:/g, '\\:')}]${value}`
  const equals = words === undefined ? '' : '='
  return names
    .map((each) =>
      quoted(`${exclusion}${each}${each.startsWith('--') ? equals : words === undefined ? '' : '+'}${text}`),
    )
    .join(' \\\n        ')
}

function operandSpec(words: Words): string {
  return Array.isArray(words) && words.length === 0 ? '' : quoted(`*:operand:${actionOf(words)}`)
}

const actions = { files: '_files', folders: '_files -/', rules: '_theme_convert_rules', anything: ' ' }

const actionOf = (words: Words) => (typeof words === 'string' ? actions[words] : `(${words.join(' ')})`)

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

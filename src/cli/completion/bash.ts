import type { MakeScript, Words } from './words.js'

/** The script for bash. It reads the line before the cursor, because bash splits words at `=`. */
export const bashScript: MakeScript = (verbs, rules, severities) => {
  const options = verbs.map(({ name, options: own }) => {
    const names = own.flatMap((option) => [
      `--${option.name}`,
      ...(option.short === undefined ? [] : [`-${option.short}`]),
    ])
    return `    ${name}) options='${names.join(' ')}' ;;\n`
  })
  const values = verbs.flatMap(({ name, options: own }) =>
    own.flatMap(({ name: option, short, words }) => {
      if (words === undefined) return []
      const labels = [`"${name} --${option}"`, ...(short === undefined ? [] : [`"${name} -${short}"`])]
      return [`    ${labels.join(' | ')}) ${offer(words)} ;;\n`]
    }),
  )
  const operands = verbs.map(({ name, operands: words }) => `    ${name}) ${offer(words)} ;;\n`)
  return `# Completion of theme-convert for bash. Load it with:
#   source <(theme-convert completion bash)

_theme_convert_take() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done
}

_theme_convert_words() {
  _theme_convert_take < <(compgen -W "$1" -- "$value")
}

_theme_convert_files() {
  # Since bash 4.
  compopt -o filenames 2> /dev/null
  _theme_convert_take < <(compgen "$1" -- "\${COMP_WORDS[COMP_CWORD]#=}")
}

_theme_convert_rules() {
  if [[ $value == *=* ]]; then
    _theme_convert_take < <(compgen -P "\${value%%=*}=" -W '${severities.join(' ')}' -- "\${value#*=}")
  else
    compopt -o nospace 2> /dev/null
    _theme_convert_take < <(compgen -S = -W '${rules.join(' ')}' -- "$value")
  fi
}

_theme_convert() {
  local line word verb='' option='' options='' value isValue=''
  COMPREPLY=()
  line="\${COMP_LINE:0:COMP_POINT}"
  local -a words
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  value="\${words[\${#words[@]}-1]}"
  for word in "\${words[@]:1:\${#words[@]}-2}"; do
    case "$word" in
      ${verbs.map(({ name }) => name).join(' | ')}) [[ -n $verb ]] || verb="$word" ;;
      -*) ;;
      *) [[ -n $verb ]] || verb='convert' ;;
    esac
  done
  if [[ -z $verb && $value != -* && \${#words[@]} -le 2 ]]; then
    _theme_convert_words '${verbs.map(({ name }) => name).join(' ')}'
    ((\${#COMPREPLY[@]} > 0)) || _theme_convert_files -f
    return
  fi
  verb="\${verb:-convert}"
  case "$value" in
    --*=*) option="\${value%%=*}" value="\${value#*=}" isValue=1 ;;
    *) ((\${#words[@]} > 2)) && option="\${words[\${#words[@]}-2]}" ;;
  esac
  local isKnown=1
  case "$verb $option" in
${values.join('')}    *) isKnown='' ;;
  esac
  if [[ -z $isKnown && -z $isValue ]]; then
    case "$verb" in
${options.join('')}    esac
    if [[ $value == -* ]]; then
      _theme_convert_words "$options"
    else
      case "$verb" in
  ${operands.join('  ')}      esac
    fi
  fi
  # Bash replaces only the part behind =, where that splits words.
  if [[ $COMP_WORDBREAKS == *=* && $value == *=* ]]; then
    COMPREPLY=("\${COMPREPLY[@]#"\${value%=*}="}")
  fi
}

complete -F _theme_convert theme-convert
`
}

const offers = {
  files: '_theme_convert_files -f',
  folders: '_theme_convert_files -d',
  rules: '_theme_convert_rules',
  anything: ':',
}

function offer(words: Words): string {
  if (typeof words === 'string') return offers[words]
  return words.length === 0 ? ':' : `_theme_convert_words '${words.join(' ')}'`
}

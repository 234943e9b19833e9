import type { CompletedOption, MakeScript, Words } from './words.js'

/** The script for fish. */
export const fishScript: MakeScript = (verbs, rules, severities) => {
  const names = verbs.map(({ name }) => name).join(' ')
  const lines = verbs.flatMap(({ name, about, options, operands }) => [
    complete('__fish_is_first_token', `-a ${name} -d ${quoted(about)}`),
    ...(operands.length === 0 ? [complete(seen(name), '-f')] : []),
    ...(typeof operands === 'object' && operands.length > 0
      ? [complete(seen(name), `-f -a ${quoted(operands.join(' '))}`)]
      : []),
    ...(operands === 'folders' ? [complete(seen(name), "-f -a '(__fish_complete_directories)'")] : []),
    ...options.map((option) => complete(seen(name), optionPart(option))),
  ])
  return `# Completion of theme-convert for fish. Load it with:
#   theme-convert completion fish | source
# or write it to ~/.config/fish/completions/theme-convert.fish.

function __theme_convert_verb
    set -l words (commandline -opc)
    for word in $words[2..-1]
        switch $word
            case ${names}
                echo $word
                return
            case '-*'
            case '*'
                break
        end
    end
    echo convert
end

function __theme_convert_is
    test (__theme_convert_verb) = $argv[1]
end

function __theme_convert_rules
    for code in ${rules.join(' ')}
        for severity in ${severities.join(' ')}
            echo $code=$severity
        end
    end
end

complete -c theme-convert -e
${lines.join('')}`
}

const seen = (name: string) => `__theme_convert_is ${name}`
const complete = (condition: string, rest: string) =>
  `complete -c theme-convert -n ${quoted(condition)} ${rest}\n`

function optionPart({ name, short, about, words }: CompletedOption): string {
  const names = `${short === undefined ? '' : `-s ${short} `}-l ${name} -d ${quoted(about)}`
  return words === undefined ? names : `${names} ${valuePart(words)}`
}

const valueParts = {
  files: '-r -F',
  folders: "-x -a '(__fish_complete_directories)'",
  rules: "-x -a '(__theme_convert_rules)'",
  anything: '-x',
}

const valuePart = (words: Words) =>
  typeof words === 'string' ? valueParts[words] : `-x -a ${quoted(words.join(' '))}`

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

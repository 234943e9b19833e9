/**
 * Says the same as the code of Ajv in a third of the space and with less work: where a value stands goes as a text
 * instead of an object with four keys, each error is made by one function, and what nobody reads of it is left out.
 * What is said of most values has a function of its own, and functions that do the same are one.
 * For an error in a value of a map, the rule that found it stays: it is the same for all values of the map.
 *
 * The code of Ajv also copies all errors so far for each item that has some, which takes minutes for a long list: here
 * those of the item are added instead.
 *
 * @param {string} code standalone code of Ajv with `lines: true`
 * @throws Error where the code has another form than that of the release of Ajv that this was written for
 */
export function compactValidators(code) {
  const replace = (text, pattern, by, what) => {
    if (!pattern.test(text)) throw new Error(`The compiled validators have no ${what} of the known form.`)
    pattern.lastIndex = 0
    return text.replace(pattern, by)
  }
  let compact = code
  compact = replace(
    compact,
    /const (err\d+) = \{instancePath(?::(.+?))?,schemaPath:"([^"]*)",keyword:"(\w+)",params:(.*)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/g,
    (_, _name, place = 'instancePath', rule, keyword, params) => {
      const entry = /(?:.*\/)?(.*\/additionalProperties\/.*)/.exec(rule)?.[1]
      return `vErrors = found(vErrors, ${place}, "${keyword}", ${params}${entry ? `, "${entry}"` : ''});\n`
    },
    'error',
  )
  compact = replace(
    compact,
    /\{instancePath=""(?:, parentData, parentDataProperty, rootData=data)?\}=\{\}\)/g,
    'instancePath="")',
    'function',
  )
  compact = replace(
    compact,
    /\{instancePath(?::(.+?))?,parentData[^}]*?,rootData\}/g,
    (_, place = 'instancePath') => place,
    'call',
  )
  compact = replace(
    compact,
    /vErrors === null \? (validate\d+)\.errors : vErrors\.concat\(\1\.errors\)/g,
    'joined(vErrors, $1.errors)',
    'joined errors',
  )
  compact = replace(
    compact,
    /\b(\w+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g,
    'escaped($1)',
    'key in a pointer',
  )
  compact = replace(
    compact,
    /found\((.+), "type", \{type: ("\w+")\}(, ".+")?\);$/gm,
    'mistyped($1, $2$3);',
    'wrong type',
  )
  compact = replace(
    compact,
    /found\((.+), "required", \{missingProperty: (".+")\}\);$/gm,
    'missing($1, $2);',
    'missing key',
  )
  compact = replace(
    compact,
    /(\w+) && typeof \1 == "object" && !Array\.isArray\(\1\)/g,
    'isObject($1)',
    'test of an object',
  )
  compact = compact.replace(/^const schema\d+ = \{"\$id".*\n/gm, '').replace(/^\/\*# sourceURL=.*\n/gm, '')
  const left = /schemaPath|parentData|rootData/.exec(compact)
  if (left !== null) throw new Error(`The compiled validators still have ${left[0]}.`)
  return `${withoutCounts(withoutDoubles(compact))}
function found(errors, instancePath, keyword, params, rule) {
  const error = rule === undefined ? { instancePath, keyword, params } : { instancePath, keyword, params, rule };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
function mistyped(errors, instancePath, type, rule) {
  return found(errors, instancePath, "type", { type }, rule);
}
function missing(errors, instancePath, missingProperty) {
  return found(errors, instancePath, "required", { missingProperty });
}
function isObject(value) {
  return value && typeof value == "object" && !Array.isArray(value);
}
function joined(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}
function escaped(key) {
  return key.replace(/~/g, "~0").replace(/\\//g, "~1");
}`
}

const validator = /^function (validate\d+)\(data, instancePath=""\)\{\n[\s\S]*?^return errors === 0;\n\}\n/gm

/** Leaves out functions that do the same as an earlier one, which the definitions of several releases become. */
function withoutDoubles(code) {
  const texts = new Map([...code.matchAll(validator)].map(([text, name]) => [name, text]))
  const doubles = new Map()
  for (let before = -1; before !== doubles.size; ) {
    before = doubles.size
    const first = new Map()
    for (const [name, text] of texts) {
      if (doubles.has(name)) continue
      const said = withPlainNames(text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'self'), doubles)
      if (first.has(said)) doubles.set(name, first.get(said))
      else first.set(said, name)
    }
  }
  return code
    .replace(validator, (text, name) => (doubles.has(name) ? '' : text))
    .replace(/\bvalidate\d+\b/g, (name) => doubles.get(name) ?? name)
}

/** Leaves out the number of errors, which only alternatives look at: without errors there is no list of them. */
function withoutCounts(code) {
  return code.replace(validator, (text) =>
    text.includes('_errs')
      ? text
      : text
          .replace(/^(?:let errors = 0|errors\+\+|errors = vErrors\.length);\n/gm, '')
          .replace(/^return errors === 0;$/m, 'return vErrors === null;'),
  )
}

/** A function with the same names for what it only calls otherwise. */
function withPlainNames(text, doubles) {
  const plain = new Map()
  return text
    .replace(/\b(?:data|_errs|_valid|valid|key|len|i)\d+\b/g, (name) => {
      if (!plain.has(name)) plain.set(name, `local${plain.size}`)
      return plain.get(name)
    })
    .replace(/\bvalidate\d+\b/g, (name) => doubles.get(name) ?? name)
}

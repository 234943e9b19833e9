import { nearest } from '../../findings/nearest.js'
import { child, type Pointer } from '../../json/pointer.js'
import type { Part } from '../../json/positions.js'
import { quoted } from '../../json/quoted.js'
import { isObject, type Json, type JsonObject } from '../../json/value.js'
import { releaseMeant } from '../../targets/releases.js'
import { ruleSettings } from '../../validate/options.js'
import { type ConfigurationKey, configurationKeys } from './configuration-keys.js'
import { whyNoRule } from './why-no-rule.js'

/** What is wrong with a configuration, and where. */
export interface Problem {
  readonly pointer: Pointer
  readonly part: Part
  readonly message: string
}

/** The first problem of a configuration; `undefined` where there is none. */
export function problemIn(document: Json): Problem | undefined {
  if (!isObject(document))
    return wrong('', `This is ${shown(document)}. Write an object such as { "files": ["themes"] }.`)
  for (const [name, value] of Object.entries(document)) {
    const problem = problemOf(name, value)
    if (problem !== undefined) return problem
  }
  return undefined
}

function problemOf(name: string, value: Json): Problem | undefined {
  const pointer = child('', name)
  if (name === '$schema')
    return typeof value === 'string' ? undefined : wrong(pointer, mustBe(name, 'a string', value))
  const names = Object.keys(configurationKeys)
  if (!names.includes(name)) return unknownKey(pointer, name, names)
  const key: ConfigurationKey = configurationKeys[name as keyof typeof configurationKeys]
  if (key.type === 'rules') return problemInRules(pointer, value)
  if (key.type === 'strings' && Array.isArray(value)) return problemInList(pointer, name, value)
  const needed = neededFor(key, value)
  return needed === undefined ? undefined : wrong(pointer, mustBe(name, needed, value, key.values))
}

function neededFor({ type, values = [], least = 0 }: ConfigurationKey, value: Json): string | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'path':
      return isPath(value) ? undefined : 'a path, a string that is not empty'
    case 'number':
      return Number.isSafeInteger(value) && Number(value) >= least
        ? undefined
        : `a whole number from ${least} on`
    case 'choice':
      return values.includes(value as string) ? undefined : oneOf(values)
    default:
      return 'a list of paths'
  }
}

/** No system has a NUL character in a path. */
const isPath = (value: Json) => typeof value === 'string' && value !== '' && !value.includes('\0')

const oneOf = (values: readonly string[]) => `one of ${values.map((each) => quoted(each)).join(', ')}`

function problemInList(pointer: Pointer, name: string, items: readonly Json[]): Problem | undefined {
  if (items.length === 0)
    return wrong(pointer, `"${name}" is empty. Name at least one file, or leave it out.`)
  for (const [index, item] of items.entries()) {
    if (item === '-')
      return wrong(child(pointer, String(index)), 'Standard input (-) can be named only in a call.')
    if (!isPath(item)) return wrong(child(pointer, String(index)), mustBe(`${name}/${index}`, 'a path', item))
  }
  return undefined
}

function problemInRules(pointer: Pointer, rules: Json): Problem | undefined {
  if (!isObject(rules))
    return wrong(pointer, mustBe('rules', 'an object such as { "no-vault-theme": "off" }', rules))
  for (const [code, severity] of Object.entries(rules as JsonObject)) {
    const place = child(pointer, code)
    const message = whyNoRule(code)
    if (message !== undefined) return { pointer: place, part: 'key', message }
    if (!ruleSettings.some((each) => each === severity))
      return wrong(place, mustBe(`rules/${code}`, oneOf(ruleSettings), severity, ruleSettings))
  }
  return undefined
}

const wrong = (pointer: Pointer, message: string): Problem => ({ pointer, part: 'value', message })

function unknownKey(pointer: Pointer, name: string, names: readonly string[]): Problem {
  const guess = nearest(name, names)
  const cure = guess === undefined ? `The keys are ${names.join(', ')}.` : `Did you mean ${quoted(guess)}?`
  return { pointer, part: 'key', message: `Unknown key ${quoted(name)}. ${cure}` }
}

function mustBe(name: string, needed: string, value: Json, values: readonly string[] = []): string {
  const guess = typeof value === 'string' ? releaseMeant(value, values) : undefined
  const cure = guess === undefined ? '' : ` Did you mean ${quoted(guess)}?`
  return `${quoted(name)} must be ${needed}, not ${shown(value)}.${cure}`
}

function shown(value: Json): string {
  if (Array.isArray(value)) return 'a list'
  return isObject(value) ? 'an object' : quoted(value)
}

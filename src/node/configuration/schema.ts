import { catalogue } from '../../findings/catalogue.js'
import { ruleSettings } from '../../validate/options.js'
import { CONFIGURATION_FILE } from '../own-files.js'
import { type ConfigurationKey, changeableCodes, configurationKeys } from './configuration-keys.js'

/** The JSON Schema of the configuration file, for editors. */
export function configurationSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `https://unpkg.com/theme-convert/schemas/${CONFIGURATION_FILE}`,
    title: 'Configuration of theme-convert',
    description:
      'Settings of theme-convert validate, the plugin and the action; convert takes the release, the kind and maxFindings from it. Paths are relative to the folder of this file. The plugin does not inspect images.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      ...Object.fromEntries(
        Object.entries<ConfigurationKey>(configurationKeys).map(([name, key]) => [
          name,
          { description: sentence(key.about), ...typeOf(key) },
        ]),
      ),
    },
    additionalProperties: false,
  }
}

function typeOf({ type, values, least }: ConfigurationKey): object {
  switch (type) {
    case 'boolean':
      return { type: 'boolean' }
    case 'path':
      return { type: 'string', minLength: 1 }
    case 'strings':
      return { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 }
    case 'choice':
      return { enum: values }
    case 'number':
      return { type: 'integer', minimum: least }
    case 'rules':
      return {
        type: 'object',
        properties: Object.fromEntries(
          [...changeableCodes].map((code) => [
            code,
            {
              description: `${sentence(catalogue[code].title)} Default: ${catalogue[code].severity}.`,
              enum: ruleSettings,
            },
          ]),
        ),
        additionalProperties: false,
      }
  }
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

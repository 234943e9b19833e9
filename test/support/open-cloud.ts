import { openCloudTheme } from '../../src/findings/examples.js'
import type { JsonObject } from '../../src/json/value.js'
import type { ValidateOptions } from '../../src/validate/options.js'
import type { Changes, ValidCase } from './test-rule.js'

/** A theme of OpenCloud without findings, with some changes. */
export function openCloud(change: Changes = {}, options: ValidateOptions = {}): ValidCase {
  const { document, target } = openCloudTheme({})
  return { document: document as JsonObject, change, options: { target, ...options } }
}

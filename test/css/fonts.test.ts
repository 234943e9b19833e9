import { describe, expect, it } from 'vitest'
import { isFontList } from '../../src/css/fonts.js'
import { fontValues } from '../support/css-values.js'

describe('font families', () => {
  it.each(fontValues.valid)('takes %j', (text) => {
    expect(isFontList(text)).toBe(true)
  })

  it.each(fontValues.invalid)('refuses %j', (text) => {
    expect(isFontList(text)).toBe(false)
  })

  // Browsers close a quote at the end of the text, and take all of it as one name.
  it.each(['"Open Sans, sans-serif', "Inter, 'Roboto", '"'])('refuses %j, whose quote is open', (text) => {
    expect(isFontList(text)).toBe(false)
  })
})

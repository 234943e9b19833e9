import { describe, expect, it } from 'vitest'
import { isLength } from '../../src/css/lengths.js'

describe('lengths', () => {
  it.each([
    ...['16px', '1.125rem', '-4px', '.5em', '0', '50%', '10vh', '3dvw', '1e1px', '16PX', ' 16px '],
    ...[
      'calc(100% - 4px)',
      'min(10px, 2vw)',
      'clamp(1rem, 2vw, 3rem)',
      'var(--x)',
      'auto',
      'none',
      'x-large',
      'xxx-large',
      'xx-small',
      'medium',
    ],
  ])('takes %j', (text) => {
    expect(isLength(text)).toBe(true)
  })

  it.each([
    ...['16', '16 px', 'px', '1,5rem', 'wide', '16pixels', '#fff', '--x'],
    ...['1.px', '1fr', 'xsmall', '-large', 'xxx-small', '1.2.3px'],
  ])('refuses %j', (text) => {
    expect(isLength(text)).toBe(false)
  })
})

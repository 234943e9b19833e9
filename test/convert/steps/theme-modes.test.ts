import { expect, it } from 'vitest'
import { dropThemesOfOtherModes } from '../../../src/convert/steps/theme-modes.js'
import { stepped } from '../../support/draft.js'

const file = {
  clients: {
    web: {
      defaults: {},
      themes: [
        { name: 'Vault', mode: 'vault' },
        { name: 'a', mode: 'regular' },
      ],
    },
  },
}

it('leaves themes of the vault out where there is none, and says which', () => {
  const { themes, from, findings, messages } = stepped(dropThemesOfOtherModes, file, { target: 'ocis-7' })
  expect(themes).toEqual([{ name: 'a', mode: 'regular' }])
  expect(findings).toEqual([['theme-dropped', '/clients/web/themes/0']])
  expect(messages[0]).toContain('"Vault"')
  expect(from('/clients/web/themes/0/name')).toEqual([['dropped', null]])
  expect(from('/clients/web/themes/1/name')).toEqual([['moved', '/clients/web/themes/0/name']])
})

it('keeps them where there is one', () => {
  const { themes, codes } = stepped(dropThemesOfOtherModes, file, { target: 'ocis-8' })
  expect(themes).toEqual(file.clients.web.themes.map(({ name, mode }) => ({ name, mode })))
  expect(codes).toEqual([])
})

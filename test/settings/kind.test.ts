import { describe, expect, it } from 'vitest'
import { settingsKind } from '../../src/settings/kind.js'
import { parseYaml } from '../../src/settings/yaml.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'

describe('a file of settings', () => {
  it.each([
    ['variables', 'OCIS_URL=https://a.example\n# c\nexport B="c d"\n'],
    ['a systemd environment file', '; comment\nOCIS_URL=https://a.example\n'],
    ['nothing', '\n'],
    ['variables and a line that is none', 'A=b\nstop the server first\n'],
  ])('with %s is an environment file', (_, text) => {
    expect(settingsKind(text, parseYaml)).toEqual({ kind: 'environment' })
  })

  it.each([
    ['YAML', 'services:\n  ocis:\n    image: owncloud/ocis\n'],
    ['JSON', '{"services": {"ocis": {"image": "owncloud/ocis"}}}'],
    ['nothing but included files', 'include: [web.yml]\n'],
    ['broken YAML', 'services:\n  ocis:\n   image: a\n  b: [\n'],
  ])('with services as %s is a compose file', (_, text) => {
    expect(settingsKind(text, parseYaml)).toEqual({ kind: 'compose' })
  })

  it.each<[string, string]>([
    [
      '[Unit]\nDescription=oCIS\n[Service]\nEnvironmentFile=-/etc/ocis/ocis.env\nExecStart=x\n',
      '/etc/ocis/ocis.env',
    ],
    ['[Service]\nEnvironment="A=b"\n', 'a systemd unit'],
    ['[web]\na=b\n', 'an INI file'],
    ['apiVersion: v1\nkind: ConfigMap\ndata:\n  a: b\n', 'a Kubernetes manifest (ConfigMap)'],
    ['a: b\n---\napiVersion: apps/v1\nkind: Deployment\n', 'a'],
    ['externalDomain: a.example\nservices:\n  web:\n    persistence: {enabled: true}\n', 'Helm chart'],
    ['services:\n  web: {}\nextraEnv: []\n', '"extraEnv"'],
    [
      '[Service]\nEnvironment=A=b\nEnvironmentFile="/etc/my ocis.env"\nEnvironmentFile=-/b\n',
      '/etc/my ocis.env, /b, and its Environment= lines',
    ],
    [
      '[Service]\nEnvironmentFile=\\\n  /etc/ocis.env\nExecStart=x \\\n  EnvironmentFile=/no\n',
      'it names: /etc/ocis.env, and the',
    ],
    ['[Service]\nEnvironmentFile=/etc/ocis.env\n', 'drop-ins ("systemctl cat" shows all of them), if any'],
    ['[Container]\nImage=owncloud/ocis\nEnvironment=A=b\n', 'a systemd unit'],
    ['externalDomain: a.example\nfeatures:\n  archiver: {}\n', 'Helm chart'],
    ['token_manager:\n  jwt_secret: x\n', 'ocis.yaml'],
    ['WEB_UI_THEME_PATH: /themes/a/theme.json\nOCIS_URL: https://a.example\n', '"environment" of a service'],
    [JSON.stringify(exampleTheme(), null, 2), 'a theme'],
    [JSON.stringify(exampleLegacyTheme()), 'a theme'],
    ['{"server": "https://a.example", "theme": "/themes/a.json", "options": {}}', '--web-config'],
    ['[{"Config": {"Env": ["A=b"]}}]', 'docker inspect'],
    ['#!/bin/sh\nA=b\nexec ocis server\n', 'a shell script'],
    ['<!doctype html>\n<html>\n', 'a web page'],
    ['PNG\0\u0001', 'a program or an image'],
    ['Lorem ipsum, dolor sit.\n', 'neither an environment file nor a compose file'],
  ])('of another kind says what it looks like: %j', (text, expected) => {
    const kind = settingsKind(text, parseYaml)
    expect(kind).toMatchObject({ kind: 'other' })
    expect(Object.values(kind).join(' ')).toContain(expected)
  })
})

import type { Json } from '../document/json.js'
import type { Explanation } from './explanation.js'

const palette = '/clients/web/themes/0/designTokens/colorPalette'
const background = '/clients/web/defaults/loginPage/backgroundImg'
const topbar = '/clients/web/defaults/logo/topbar'
const good = 'themes/acme/logo.svg'
const ocis5 = 'ownCloud Web 8.0 (oCIS 5)'

function nested(levels: number): Json {
  let value: Json = {}
  for (let level = 1; level < levels; level += 1) value = { a: value }
  return value
}

/** Findings about single values: tokens, contrast, images, links. */
export const values = {
  'invalid-color': {
    why: 'The client sets the value as a custom property, and every style that uses it falls away: text without colour, buttons without background.',
    since: ocis5,
    wrong: { change: { at: `${palette}/border`, value: '#12345' } },
    right: { change: { at: `${palette}/border`, value: '#123456' } },
  },
  'invalid-length': {
    why: 'The client sets the value as a custom property, and every style that uses it falls away. A number without a unit is the usual cause.',
    since: ocis5,
    wrong: { change: { at: '/clients/web/defaults/designTokens/spacing/medium', value: '16' } },
    right: { change: { at: '/clients/web/defaults/designTokens/spacing/medium', value: '16px' } },
  },
  'misspelt-token': {
    why: 'Any token may be set, so clients accept a misspelt one, and nothing ever reads it.',
    since: ocis5,
    wrong: { change: { at: `${palette}/swatch-pasive-muted`, value: '#4b635f' } },
    right: { change: { at: `${palette}/swatch-passive-muted`, value: '#4b635f' } },
  },
  'unused-token': {
    why: 'The pages of this release read no such token. Upstream’s own themes carry some, too; they do no harm.',
    since: ocis5,
    wrong: { change: { at: `${palette}/harbour-blue`, value: '#0b4f4a' } },
    right: { change: { at: `${palette}/border`, value: '#0b4f4a' } },
  },
  'contrast-tokens-missing': {
    why: 'Since Web 7 a swatch has a colour for the text on it. A theme that sets the swatch alone keeps the design system’s text colour, which may fit by chance only. Upstream advises the value of text-inverse.',
    since: 'ownCloud Web 7.0 (oCIS 3)',
    wrong: { change: { at: `${palette}/swatch-primary-default`, value: '#0b4f4a' } },
    right: {
      change: {
        at: palette,
        value: { 'swatch-primary-default': '#0b4f4a', 'swatch-primary-contrast': '#ffffff' },
      },
    },
  },
  'low-contrast': {
    why: 'Below a contrast of 3:1 most people have trouble to read, in bright light everybody. WCAG 2 asks for 4.5:1, and 3:1 for large text. Measured after the whole fallback chain, transparency included.',
    since: ocis5,
    wrong: { change: { at: `${palette}/text-default`, value: '#b0b0b0' } },
    right: { change: { at: `${palette}/text-default`, value: '#333333' } },
  },
  'weak-contrast': {
    why: 'WCAG 2 asks for a contrast of 4.5:1 for text of normal size; this is between 3:1, enough for large text, and that.',
    since: ocis5,
    wrong: { change: { at: `${palette}/text-default`, value: '#808080' } },
    right: { change: { at: `${palette}/text-default`, value: '#595959' } },
  },
  'image-unreachable': {
    why: 'A browser loads images by http and https only, or from the address itself. A path of somebody’s computer exists there alone.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'file:///home/ada/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
  'image-outside-root': {
    why: 'Paths start at the root of the site, not at the theme’s folder. One that leads out of it leads nowhere.',
    since: ocis5,
    wrong: { change: { at: topbar, value: '../acme/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
  'absolute-logo': {
    why: 'The built-in login page shows a slash followed by this path. A leading slash makes it an address on another host, and a full address becomes a path: both are broken images there, though the web client shows them.',
    since: 'oCIS 6.6',
    wrong: { change: { at: '/common/logo', value: '/themes/acme/logo.svg' } },
    right: { change: { at: '/common/logo', value: good } },
  },
  'image-other-host': {
    why: 'The server’s default content security policy lets pages load images from the site itself only, so this one is blocked.',
    since: 'oCIS 6',
    wrong: { change: { at: topbar, value: 'https://cdn.example/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
  'image-insecure': {
    why: 'Browsers block what a page loads without encryption when the page itself came with it.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'http://cdn.example/logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
  'image-data-too-large': {
    why: 'The theme is loaded before anything shows, by every visitor, and an image in it can’t be kept by the browser on its own.',
    since: ocis5,
    wrong: { change: { at: topbar, value: `data:image/png;base64,${'A'.repeat(33_000)}` } },
    right: { change: { at: topbar, value: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' } },
  },
  'image-format': {
    why: 'Browsers show SVG, PNG, JPEG, GIF, WebP, AVIF, BMP and ICO. Files of a drawing program, PDF or TIFF they don’t.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/acme/logo.eps' } },
    right: { change: { at: topbar, value: good } },
  },
  'upload-format': {
    why: 'The logo upload in the admin settings takes JPEG, PNG and GIF files with names in lower case. A path of another format in its folder waits for a file that no upload puts there.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/_branding/logo.svg' } },
    right: { change: { at: topbar, value: 'themes/_branding/logo.png' } },
  },
  'image-backslash': {
    why: 'Browsers turn backslashes into slashes, other programs on the way (the mobile clients, proxies, the login page) don’t.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes\\acme\\logo.svg' } },
    right: { change: { at: topbar, value: good } },
  },
  'background-breaks-url': {
    why: 'The client writes the picture into url(…) without quotes, where a space, a quote or a parenthesis ends the address: the login page stays without a picture.',
    since: ocis5,
    wrong: { change: { at: background, value: 'themes/acme/our harbour.jpg' } },
    right: { change: { at: background, value: 'themes/acme/our%20harbour.jpg' } },
  },
  'image-space': {
    why: 'Browsers encode a space in a path; not every program on the way does.',
    since: ocis5,
    wrong: { change: { at: topbar, value: 'themes/acme/our logo.svg' } },
    right: { change: { at: topbar, value: 'themes/acme/our%20logo.svg' } },
  },
  'image-missing': {
    why: 'The theme names a file that the server doesn’t have: a broken image. Looked for only where an assets folder is given.',
    since: ocis5,
    wrong: {
      change: { at: topbar, value: 'themes/acme/lgoo.svg' },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
    right: {
      change: { at: topbar, value: good },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
  },
  'image-wrong-case': {
    why: 'Servers tell upper from lower case, the computers that many themes are made on don’t: it works there and is broken here.',
    since: ocis5,
    wrong: {
      change: { at: topbar, value: 'themes/acme/Logo.svg' },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
    right: {
      change: { at: topbar, value: good },
      assets: ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg'],
    },
  },
  'script-link': {
    why: 'The client puts the address into a link as it is. Whoever clicks a "javascript:" address runs a script with everything that they may do.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'javascript:alert(1)' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://acme.example/imprint' } },
  },
  'unusual-link': {
    why: 'Browsers open http, https, mailto and tel. Anything else opens only where a program is registered for it.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'ftp://acme.example/imprint' } },
    right: { change: { at: '/common/urls/imprint', value: 'mailto:imprint@acme.example' } },
  },
  'link-without-scheme': {
    why: 'An address without a scheme is a path below the own site: the link leads to a page that isn’t there.',
    since: ocis5,
    wrong: { change: { at: '/common/urls/imprint', value: 'www.acme.example/imprint' } },
    right: { change: { at: '/common/urls/imprint', value: 'https://www.acme.example/imprint' } },
  },
  'unsafe-token': {
    why: 'Token values go into the styles of every page. An address in one is loaded by every visitor’s browser, which tells its owner who visits; what ends a declaration changes others.',
    since: ocis5,
    wrong: { change: { at: `${palette}/border`, value: 'url(https://spy.example/pixel)' } },
    right: { change: { at: `${palette}/border`, value: '#d5e0de' } },
  },
  'banner-icon-breaks-out': {
    why: "The client writes the icon of the app banner into url('…'). A quote, a backslash or a line break ends the text, and what follows becomes a style.",
    since: ocis5,
    wrong: {
      change: {
        at: '/clients/web/defaults/appBanner',
        value: { appScheme: 'acme', icon: "a.svg'); color: url('b" },
      },
    },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme', icon: good } } },
  },
  'invalid-app-scheme': {
    why: 'The scheme replaces "https" in the link that opens the app. With a colon, slashes or spaces in it there is no such link.',
    since: ocis5,
    wrong: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme://' } } },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme' } } },
  },
  'hostile-key': {
    why: 'These names mean something else on every JavaScript object. Clients drop such keys, and programs that copy objects carelessly can be made to change all their objects.',
    since: ocis5,
    wrong: { change: { at: `${palette}/constructor`, value: '#0b4f4a' } },
    right: { change: { at: `${palette}/border`, value: '#0b4f4a' } },
  },
  'file-too-large': {
    why: 'Every visitor loads the whole file before anything shows. Real themes have about 10 kB.',
    since: ocis5,
    wrong: { change: { at: '/common/slogan', value: 'Files '.repeat(170_000) } },
    right: { change: { at: '/common/slogan', value: 'Files for everyone' } },
  },
  'nested-deeply': {
    why: 'Servers and clients walk through the file by recursion. No theme needs more than eight levels.',
    since: ocis5,
    wrong: { change: { at: '/clients/ios', value: nested(31) } },
    right: { change: { at: '/clients/ios', value: nested(2) } },
  },
} as const satisfies Record<string, Explanation>

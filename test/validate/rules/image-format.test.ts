import { imageFormat } from '../../../src/validate/rules/image-format.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const shown = [
  'apng',
  'avif',
  'bmp',
  'gif',
  'ico',
  'jfif',
  'jpeg',
  'jpg',
  'pjp',
  'pjpeg',
  'png',
  'svg',
  'webp',
]

testRule(imageFormat, {
  valid: [
    ...valuesAt(
      at,
      shown.map((extension) => `themes/acme/logo.${extension}`),
    ),
    // An address may answer with an image, whatever it is called.
    ...valuesAt(at, ['https://cdn.example/logo.php'], { served: 'static' }),
    ...valuesAt(at, [
      ' data:image/png;base64,AA',
      './logo.PNG',
      'logo.avif?v=2',
      'logo.svg#a.pdf',
      'a/../logo.jpg',
      'a/logo',
      'a.pdf/logo',
      'logo.',
      '',
    ]),
    ...valuesAt(at, ['data:image/png;base64,AAAA', 'DATA:IMAGE/GIF,x', 'blob:x']),
  ],
  invalid: [
    ...mistakesAt(
      at,
      [
        'logo.pdf',
        'logo.TIFF?v=1',
        'logo.eps#x',
        'logo.svgg',
        'logo.7z',
        'data:text/plain,x',
        'data:,image/png',
        'data:,data:image/png',
      ],
      'image-format',
    ),
    {
      name: 'with the extension',
      change: { [at]: 'a.b/logo.Tiff?v=.png' },
      finds: [`image-format ${at}`],
      says: '".Tiff"',
    },
    {
      name: 'data of another kind',
      change: { [at]: 'data:text/html,image/png' },
      finds: [`image-format ${at}`],
      says: 'data:image/',
    },
    {
      name: 'on another host, which says more',
      change: { [at]: 'https://a.example/a.pdf' },
      finds: [`image-other-host ${at}`],
    },
  ],
})

import { insecureImage } from '../../../src/validate/rules/image-insecure.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/topbar'
const address = 'http://cdn.example/logo.svg'

testRule(insecureImage, {
  valid: [
    ...valuesAt(at, ['themes/http:/logo.svg', '']),
    ...valuesAt('/common/urls/imprint', ['http://acme.example']),
  ],
  invalid: [
    ...mistakesAt(at, [address, 'HTTP://cdn.example/a.svg', ' ht\ntp://cdn.example/a.svg'], 'image-insecure'),
    // Blocked by the browser, whoever serves the file.
    ...mistakesAt(at, [address], 'image-insecure', { target: 'ocis-5' }),
    ...mistakesAt(at, [address], 'image-insecure', { served: 'static' }),
    ...mistakesAt('/common/logo', [address], 'image-insecure'),
  ],
})

import type { TargetId } from './index.js'

/** What a theme meets that is new in each target, in a line. */
export const changesOf: Readonly<Record<TargetId, string>> = {
  'ocis-5': 'first with "common", "clients" and a list of themes; the server adds nothing',
  'ocis-6':
    'the server merges share roles and the branding file in; reads no "autoRedirect"; logos of other hosts are blocked',
  'ocis-7': 'the server knows more share roles; otherwise as oCIS 6',
  'ocis-8': 'adds "topbarSm", icons, three links, and the mode "vault"; needs a colour palette',
  'ocis-next': 'adds "href" of the logo, two links and the colours of tags; lists replace each other',
  'opencloud-1': 'everything of a theme on one level; "urls" has to have all three links',
  'opencloud-2': 'adds the Material roles; reads only the icon colours of the palette',
  'opencloud-4':
    'reads no breakpoints, sizes, spacing and font sizes; adds "logoMobile"; needs roles from 6.2 on',
  'opencloud-7.3': 'reads no palette at all; starts without design tokens, too',
}

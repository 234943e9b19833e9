// The schema of the target ocis-8 for zod, equivalent to schemas/themes/ocis-8.json.
import { z } from 'zod'

const text = z.string()
const texts = z.record(text, text)

const common = z.object({
  name: text,
  slogan: text,
  logo: text,
  urls: z.object({
    accessDeniedHelp: text,
    imprint: text,
    privacy: text,
    accessibilityStatement: text.optional(),
    universalAccessEasyLanguage: text.optional(),
    universalAccessSignLanguage: text.optional(),
  }),
  shareRoles: z.record(text, z.object({ iconName: text })),
})

const appBanner = z.object({
  title: text.optional(),
  publisher: text.optional(),
  additionalInformation: text.optional(),
  ctaText: text.optional(),
  icon: text.optional(),
  appScheme: text.optional(),
})

const designTokens = z.object({
  breakpoints: texts.optional(),
  colorPalette: texts.optional(),
  fontSizes: texts.optional(),
  sizes: texts.optional(),
  spacing: texts.optional(),
  fontFamily: text.optional(),
})

const icons = z.object({
  universalAccess: text.optional(),
  universalAccessEasyLanguage: text.optional(),
  universalAccessSignLanguage: text.optional(),
})

const loginPage = z.object({ backgroundImg: text })

const logo = z.object({
  topbar: text,
  topbarSm: text.optional(),
  favicon: text,
  login: text,
  notFound: text.optional(),
})

const theme = z.object({
  appBanner: appBanner.optional(),
  common: common.optional(),
  designTokens: designTokens.optional(),
  icons: icons.optional(),
  loginPage: loginPage.optional(),
  logo: logo.optional(),
  isDark: z.boolean(),
  name: text,
  mode: z.enum(['regular', 'vault']).optional(),
})

export const ocis8 = z.object({
  common: common.optional(),
  clients: z.object({
    web: z.object({
      defaults: z.object({
        appBanner: appBanner.optional(),
        common: common.optional(),
        designTokens,
        icons: icons.optional(),
        loginPage,
        logo,
      }),
      themes: z.array(theme),
    }),
  }),
})

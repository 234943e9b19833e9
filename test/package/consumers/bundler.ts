import { type Conversion, convert, type Ocis8Theme } from 'theme-convert'
import schema from 'theme-convert/schemas/ocis-8.json'

const { theme, diagnostics }: Conversion<Ocis8Theme> = convert({})

// @ts-expect-error a number is no target
convert({}, { target: 8 })

export const result: (string | undefined)[] = [
  theme?.common?.name,
  schema.title,
  ...diagnostics.map(({ message }) => message),
]

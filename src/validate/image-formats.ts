/** The formats that browsers show. */
export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg' | 'ico' | 'bmp'

const formats: ReadonlyMap<string, ImageFormat> = /* @__PURE__ */ new Map([
  ['apng', 'png'],
  ['avif', 'avif'],
  ['bmp', 'bmp'],
  ['gif', 'gif'],
  ['ico', 'ico'],
  ['jfif', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['jpg', 'jpeg'],
  ['pjp', 'jpeg'],
  ['pjpeg', 'jpeg'],
  ['png', 'png'],
  ['svg', 'svg'],
  ['webp', 'webp'],
])

/** The format that the extension of a file stands for. */
export function formatOfName(path: string): ImageFormat | undefined {
  return formats.get(/\.([a-z\d]+)$/.exec(path.toLowerCase())?.[1] as string)
}

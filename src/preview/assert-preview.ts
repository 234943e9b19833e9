import { isObject } from '../json/value.js'
import type { Preview } from './preview.js'

/** @throws TypeError for anything but a preview, such as the theme itself */
export function assertPreview(value: Pick<Preview, 'themes'>): void {
  const isTheme = (theme: unknown) => isObject(theme) && Array.isArray(theme['differences'])
  if (!isObject(value) || !Array.isArray(value.themes) || !value.themes.every(isTheme))
    throw new TypeError('Pass what preview returned, such as preview(document), not the theme itself.')
}

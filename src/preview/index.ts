export type { PreviewDifference } from './differences.js'
export type { FindImage, PreviewImage } from './images.js'
export { type PageOptions, previewPage } from './page/html.js'
export {
  type Preview,
  type PreviewFinding,
  type PreviewOptions,
  type PreviewSide,
  type PreviewTheme,
  preview,
} from './preview.js'
export type { Drawing } from './scene.js'

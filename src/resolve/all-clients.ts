import { allReleases } from '../targets/index.js'
import { kebabCase } from './kebab-case.js'
import type { Clients } from './properties.js'

/** The clients of all products. */
export const allClients: Clients = /* @__PURE__ */ (() => ({ ...allReleases, kebabCase }))()

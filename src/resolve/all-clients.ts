import { consumers } from '../generated/all-consumers.js'
import { serverTheme } from '../targets/all-served.js'
import { kebabCase } from './kebab-case.js'
import type { Clients } from './properties.js'

/** The clients of all products. */
export const allClients: Clients = /* @__PURE__ */ (() => ({ targets: consumers, serverTheme, kebabCase }))()

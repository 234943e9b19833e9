import { JSDOM } from 'jsdom'

/**
 * Names that Node has too, but whose browser version the clients need: jsdom refuses to dispatch
 * an event of Node's class, and newer Node releases have their own storage and navigator.
 */
const replaced = new Set([
  'Event',
  'EventTarget',
  'CustomEvent',
  'navigator',
  'localStorage',
  'sessionStorage',
])

/** An observer that never reports anything; jsdom has no layout to observe. */
class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

/**
 * @typedef {object} Browser
 * @property {Document} document
 * @property {Storage} storage the local storage
 * @property {(prefersDark: boolean) => void} setPrefersDark what media queries created from now on answer
 */

/**
 * Turns this process into a browser, as far as the clients look: jsdom's globals and stubs for what
 * jsdom lacks. To be called once, before a client is imported.
 *
 * @returns {Browser}
 */
export function installBrowser() {
  // An address, because the local storage of a page without one throws.
  const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: 'http://localhost/',
    pretendToBeVisual: true,
  })
  let prefersDark = false

  const stubs = {
    fetch: () => Promise.reject(new TypeError('The conformance tests have no network')),
    IntersectionObserver: SilentObserver,
    ResizeObserver: SilentObserver,
    matchMedia: (/** @type {string} */ media) =>
      mediaQueryList(media, prefersDark && media === '(prefers-color-scheme: dark)'),
  }
  for (const [name, value] of Object.entries(stubs)) {
    define(window, name, value)
    define(globalThis, name, value)
  }
  for (const name of Object.getOwnPropertyNames(window)) {
    if (replaced.has(name) || !(name in globalThis)) define(globalThis, name, Reflect.get(window, name))
  }

  return {
    document: window.document,
    storage: window.localStorage,
    setPrefersDark: (value) => {
      prefersDark = value
    },
  }
}

/**
 * @param {string} media
 * @param {boolean} matches
 */
function mediaQueryList(media, matches) {
  return {
    media,
    matches,
    onchange: null,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
    dispatchEvent: () => true,
  }
}

/**
 * @param {object} target
 * @param {string} name
 * @param {unknown} value
 */
function define(target, name, value) {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true })
}

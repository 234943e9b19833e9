import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { clientFolder } from './install.mjs'

/** @import { Client } from './clients.mjs' */
/** @import { Answer, Request } from './client-process.mjs' */

const script = fileURLToPath(new URL('client-process.mjs', import.meta.url))

/**
 * A question to a running client; what is left out is what a fresh browser has.
 *
 * @typedef {Pick<Request, 'document'> & Partial<Omit<Request, 'id'>>} Question
 *
 * @typedef {object} RunningClient
 * @property {(question: Question) => Promise<Answer>} ask
 * @property {() => Promise<void>} close
 */

/**
 * Starts a process for an installed client. It loads while the first question waits.
 *
 * @param {Client} client
 * @returns {RunningClient}
 */
export function startClient(client) {
  const child = spawn(process.execPath, [script, clientFolder(client), client.family])
  /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  let lastId = 0
  let complaints = ''
  let ended = false

  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text
  })
  // Writing to a process that has gone is reported through the rejected questions.
  child.stdin.on('error', () => {})
  createInterface({ input: child.stdout }).on('line', (line) => {
    /** @type {Answer} */
    const answer = JSON.parse(line)
    if (typeof answer.id !== 'number') return
    waiting.get(answer.id)?.resolve(answer)
    waiting.delete(answer.id)
  })
  const closed = new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  }).then(() => {
    ended = true
    for (const { reject } of waiting.values()) reject(goneError(complaints))
    waiting.clear()
  })

  return {
    ask: ({ document, prefersDark = false, stored = null, mode = 'regular' }) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(goneError(complaints))
          return
        }
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        child.stdin.write(`${JSON.stringify({ id: lastId, document, prefersDark, stored, mode })}\n`)
      }),
    close: () => {
      child.stdin.end()
      return closed
    },
  }
}

/** @param {string} complaints */
function goneError(complaints) {
  return new Error(`The client's process is gone.\n${complaints}`)
}

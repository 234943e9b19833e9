import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page that is served to this machine only. */
export interface LivePage {
  readonly address: string
  /** Makes every open page reload. */
  changed(): void
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/**
 * Serves one page on the loopback address, on a free port. Requests for another host name are refused, so that no other
 * site can read the page by DNS rebinding.
 *
 * @param page returns the current page
 */
export async function serveLivePage(page: () => string): Promise<LivePage> {
  const open = new Set<ServerResponse>()
  let hosts: readonly string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { method, url, headers } = request
    const say = (status: number, type: string, body: string) => {
      response.writeHead(status, { ...always, 'Content-Type': `${type}; charset=utf-8` }).end(body)
    }
    if (!hosts.includes(headers.host ?? '')) say(403, 'text/plain', 'This host name is not served.\n')
    else if (method !== 'GET') say(405, 'text/plain', 'Only GET is allowed.\n')
    else if (url === '/') say(200, 'text/html', page())
    else if (url === '/changes') {
      response.writeHead(200, { ...always, 'Content-Type': 'text/event-stream' })
      response.write(': open\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    } else say(404, 'text/plain', 'There is only one page.\n')
  }
  const server = createServer(answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, HOST, resolve)
  })
  const { port } = server.address() as AddressInfo
  hosts = [`${HOST}:${port}`, `localhost:${port}`]
  return {
    address: `http://${HOST}:${port}/`,
    changed() {
      for (const response of open) response.write('event: change\ndata: \n\n')
    },
    close() {
      for (const response of open) response.end()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

const always = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const

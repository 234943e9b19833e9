import type { Checked, Line } from './check-themes.js'

/** What the plugin uses of Vite's development server. */
export interface ViteServer {
  readonly config: { readonly logger: Record<'info' | 'warn' | 'error', Log> }
  readonly ws: {
    on(event: 'connection', listener: (socket: { send(text: string): void }) => void): void
    send(payload: object): void
    readonly clients: { readonly size: number }
  }
}

type Log = (message: string, options: { timestamp: boolean }) => void

/** Reports themes in Vite's development server, which errors must not end: in the terminal and over the page. */
export class ServerReports {
  /** What was reported of the last check. */
  private said: readonly string[] = []
  private error: string | undefined

  constructor(private readonly server: ViteServer) {
    // Vite keeps an error for the first page that is opened, also when it is corrected by then, and for no other page.
    server.ws.on('connection', (page) => {
      if (this.error !== undefined) page.send(JSON.stringify(overlay(this.error)))
    })
  }

  /**
   * Reports a check. Each line is reported once, until it has been corrected.
   *
   * @param isRepeated whether an error is reported although it is the same as before
   */
  report({ infos, warnings, error }: Checked, isRepeated: boolean): void {
    const { logger } = this.server.config
    // The plugin context of Vite clears the terminal before each message.
    const say = (severity: 'info' | 'warn' | 'error', message: string) =>
      logger[severity](message, { timestamp: true })
    const isNew = ({ text }: Line) => !this.said.includes(text)
    for (const { text } of infos.filter(isNew)) say('info', text)
    for (const { text } of warnings.filter(isNew)) say('warn', text)
    this.said = [...infos, ...warnings].map(({ text }) => text)
    if (error !== undefined && (isRepeated || error.message !== this.error)) say('error', error.message)
    if (error === undefined && this.error !== undefined)
      say('info', 'theme-convert: all errors are corrected')
    this.showOverPage(error?.message)
  }

  private showOverPage(error: string | undefined): void {
    const { ws } = this.server
    const isOpen = ws.clients.size > 0
    // An update closes the overlay.
    if (isOpen && error !== undefined) ws.send(overlay(error))
    else if (isOpen && this.error !== undefined) ws.send({ type: 'update', updates: [] })
    this.error = error
  }
}

/** The message to Vite's page that shows an error over it. */
const overlay = (message: string) => ({
  type: 'error',
  err: { message, stack: '', plugin: 'theme-convert' },
})

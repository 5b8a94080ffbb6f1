/** `ws` as the socket of a browser: it sends the cookie and the origin that a page would send. */
import { WebSocket as NodeSocket } from 'ws'

export function browserSocket(
  headers: () => Readonly<Record<string, string>>,
  onClose: (code: number) => void = () => {},
): typeof WebSocket {
  class BrowserSocket extends NodeSocket {
    constructor(url: string | URL) {
      super(url, { headers: headers() })
      // A browser reports a failed connection as an event; Node would end the process.
      this.on('error', () => {})
      this.on('close', onClose)
    }
  }
  return BrowserSocket as unknown as typeof WebSocket
}

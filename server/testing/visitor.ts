/** A browser in a test: keeps its cookie, and sends what a page of this server would send. */

/** An answer with its body read. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown
}

export interface SendOptions {
  readonly body?: RequestInit['body'] | object
  readonly headers?: Readonly<Record<string, string>>
}

export class Visitor {
  /** The `Cookie` header; settable, to forge one. */
  cookie: string | undefined

  constructor(readonly origin: string) {}

  get(path: string, options: SendOptions = {}): Promise<Reply> {
    return this.send('GET', path, options)
  }

  post(path: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
    return this.send('POST', path, body === undefined ? { headers } : { body, headers })
  }

  patch(path: string, body: object): Promise<Reply> {
    return this.send('PATCH', path, { body })
  }

  delete(path: string): Promise<Reply> {
    return this.send('DELETE', path)
  }

  /** Objects go as JSON; strings and bytes as they are. */
  async send(method: string, path: string, options: SendOptions = {}): Promise<Reply> {
    const { body, contentType } = encode(options.body)
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...(method === 'GET' ? {} : { origin: this.origin }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...options.headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const [cookie] = response.headers.getSetCookie()
    if (cookie !== undefined) this.cookie = cookie.split(';')[0]
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: jsonIn(text) }
  }
}

function encode(body: SendOptions['body']) {
  if (body === undefined || body === null) return { body: undefined, contentType: undefined }
  if (typeof body === 'string') return { body, contentType: 'application/json' }
  if (body instanceof Uint8Array) {
    return { body: new Uint8Array(body), contentType: 'application/octet-stream' }
  }
  return { body: JSON.stringify(body), contentType: 'application/json' }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

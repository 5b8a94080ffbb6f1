/**
 * The contract of a route: what it is called, what it takes and answers, and who it is for. The router,
 * the OpenAPI document and the tests are made from the same list.
 */
import type { Readable } from 'node:stream'
import type { z } from 'zod'

export type Method = 'get' | 'post' | 'patch' | 'delete'

/**
 * `json`: a small JSON object · `design`: one with a long text · `drawing`: one with a whole drawing ·
 * `board`: board JSON, large · `image`: raw bytes.
 */
export type BodyKind = 'json' | 'design' | 'drawing' | 'board' | 'image'

/** What a handler is told about the request. */
export interface Call<Body = unknown> {
  readonly personId: string
  readonly body: Body
  /** A part of the path. */
  readonly param: (name: string) => string
  /** What people type before the path. */
  readonly origin: string
  /** Makes the browser this person's from now on. */
  readonly signIn: (personId: string) => void
}

/** A file instead of JSON. */
export interface FileAnswer {
  readonly mime: string
  readonly size?: number
  readonly headers: Readonly<Record<string, string>>
  readonly content: Readable
}

export interface Route {
  readonly method: Method
  /** With parameters as express writes them: `/api/boards/:id`. */
  readonly path: string
  readonly summary: string
  /** Answers alike for everybody and makes nobody an identity. */
  readonly isPublic: boolean
  readonly bodyKind: BodyKind | undefined
  readonly body: z.ZodType | undefined
  readonly answer: z.ZodType | undefined
  readonly status: number
  handle(call: Call): Promise<{ readonly json: unknown } | FileAnswer | undefined>
}

interface Described {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly isPublic?: boolean
}

interface Answering<Answer extends z.ZodType> {
  /** Answers pass through it, so that nothing slips along that it does not name. */
  readonly answer: Answer
  /** 200 when absent. */
  readonly status?: number
}

interface WithBody<Body extends z.ZodType> {
  readonly body: Body
  /** `json` when absent. */
  readonly bodyKind?: 'json' | 'design' | 'drawing'
}

type Handler<Body, Answer> = (call: Call<Body>) => Promise<Answer>

/** A route that takes no body. */
export function defineRoute<Answer extends z.ZodType>(
  route: Described & Answering<Answer> & { readonly handle: Handler<undefined, z.input<Answer>> },
): Route {
  const { answer } = route
  return {
    ...described(route),
    answer,
    status: route.status ?? 200,
    handle: async (call) => ({
      json: answer.parse(await route.handle({ ...call, body: undefined })),
    }),
  }
}

/** A route that takes a JSON object; no body at all reads as an empty one. */
export function defineBodyRoute<Body extends z.ZodType, Answer extends z.ZodType>(
  route: Described &
    Answering<Answer> &
    WithBody<Body> & { readonly handle: Handler<z.output<Body>, z.input<Answer>> },
): Route {
  const { body, answer } = route
  return {
    ...described(route),
    bodyKind: route.bodyKind ?? 'json',
    body,
    answer,
    status: route.status ?? 200,
    handle: async (call) => {
      const parsed = body.parse(call.body ?? {})
      return { json: answer.parse(await route.handle({ ...call, body: parsed })) }
    },
  }
}

/** A route that takes raw bytes, whatever the browser calls them: the content is judged, not its label. */
export function defineUploadRoute<Answer extends z.ZodType>(
  route: Described & Answering<Answer> & { readonly handle: Handler<Uint8Array, z.input<Answer>> },
): Route {
  const { answer } = route
  return {
    ...described(route),
    bodyKind: 'image',
    answer,
    status: route.status ?? 200,
    handle: async (call) => {
      const body = call.body instanceof Uint8Array ? call.body : new Uint8Array()
      return { json: answer.parse(await route.handle({ ...call, body })) }
    },
  }
}

/** A route that takes a board file, as bytes: reading it is not the router's business. */
export function defineBoardFileRoute<Answer extends z.ZodType>(
  route: Described &
    Answering<Answer> & {
      /** What the bytes hold, for the description alone. */
      readonly file: z.ZodType
      readonly handle: Handler<Uint8Array, z.input<Answer>>
    },
): Route {
  const { answer, file } = route
  return {
    ...described(route),
    bodyKind: 'board',
    body: file,
    answer,
    status: route.status ?? 200,
    handle: async (call) => {
      const body = call.body instanceof Uint8Array ? call.body : new Uint8Array()
      return { json: answer.parse(await route.handle({ ...call, body })) }
    },
  }
}

/** A route that takes nothing and answers 204. */
export function defineSilentRoute(
  route: Described & { readonly handle: Handler<undefined, void> },
): Route {
  return {
    ...described(route),
    status: 204,
    handle: async (call) => {
      await route.handle({ ...call, body: undefined })
      return undefined
    },
  }
}

/** A route that answers a file. */
export function defineFileRoute(
  route: Described & { readonly handle: Handler<undefined, FileAnswer> },
): Route {
  return {
    ...described(route),
    status: 200,
    handle: (call) => route.handle({ ...call, body: undefined }),
  }
}

function described({ method, path, summary, isPublic = false }: Described) {
  return {
    method,
    path,
    summary,
    isPublic,
    bodyKind: undefined,
    body: undefined,
    answer: undefined,
  }
}

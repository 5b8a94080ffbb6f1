/** What the path and the words of an endpoint say: its segments, what it is about and what it does. */
import type { Endpoint, Entity } from '#shared/design/answers.ts'
import { answerSubject } from './subject.ts'

/** How a message and a subject name an endpoint: "POST /links". */
export function nameOfEndpoint({ method, path, text }: Endpoint): string {
  return [method, path].filter((part) => part !== '').join(' ') || text.slice(0, 60)
}

export function endpointSubject(endpoint: Endpoint): string {
  return answerSubject('api', nameOfEndpoint(endpoint))
}

/** Segments of a path that are words, without version and "api": "/v1/users/{id}/orders" has users and orders. */
export function wordSegments({ path }: Endpoint): readonly string[] {
  return segments(path).filter(
    (part) => !isParameter(part) && !/^(?:v\d+(?:\.\d+)?|api|rest)$/i.test(part),
  )
}

function segments(path: string): readonly string[] {
  const plain = path.replace(/^https?:\/\/[^/]+/, '').split(/[?#]/)[0] ?? ''
  return plain.split('/').filter((part) => part !== '')
}

export function isParameter(segment: string): boolean {
  return /[{}<>:$]|^\d+$/.test(segment)
}

/** The last word of a path where nothing but a query follows: what a list or a creation is about. */
export function collectionOf(endpoint: Endpoint): string | undefined {
  const last = segments(endpoint.path).at(-1)
  return last === undefined || isParameter(last) ? undefined : wordSegments(endpoint).at(-1)
}

/** Whether a collection belongs to one thing: "/users/{id}/orders". */
export function isNested({ path }: Endpoint): boolean {
  return segments(path).slice(0, -1).some(isParameter)
}

/** The entity that a segment of a path speaks of. */
export function entityOfSegment(segment: string, entities: readonly Entity[]): Entity | undefined {
  const word = singular(segment)
  const isIt = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s_-]+/)
      .map(singular)
      .at(-1) === word
  return (
    entities.find(({ name }) => singular(name.replace(/[\s_-]+/g, '')) === word) ??
    entities.find(({ name }) => isIt(name))
  )
}

export function singular(word: string): string {
  const plain = word.toLowerCase().replace(/[\s_-]+/g, '')
  if (/(?:ss|us|is|news|media|data)$/.test(plain)) return plain
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  return plain.replace(/(?:(?<=s|x|ch|sh)es|s)$/, '')
}

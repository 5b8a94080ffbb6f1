/**
 * By which fields records are looked up, as far as it was said: in the words beside an entity ("read by
 * owner"), in the query of an endpoint (`GET /links?owner=`), or in its path (`/users/{id}/orders`).
 */
import type { Endpoint, Entity } from '#shared/design/answers.ts'
import type { CheckContext } from './define-rule.ts'

export interface AccessPath {
  readonly field: string
  /** The endpoint, or the words, that it was read from. */
  readonly from: string
}

const readBy =
  /\b(?:read|quer(?:y|ied|ies)|look(?:ed)?[-\s]?ups?|found|filter(?:ed|s)?|listed|searched|fetch(?:ed)?|access(?:ed)?|selected|sorted|retrieved)\s+(?:\w+\s+){0,2}?by\s+([\w ,/&-]{2,60})/gi
/** Parameters of a query that name no field of a record. */
const noFields =
  /^(?:cursor|limit|page\w*|offset|size|count|sort\w*|order(?:by|_by)?|q|query|search|fields|include|expand|after|before|since|until|from|to|start|end|lang|locale|format|token|key|signature|per_?page|max|min|next|depth|radius|lat|lon|lng)$/i

/** Empty when nothing was said. A path by the primary key is one as well. */
export function accessPathsOf({ design }: CheckContext, entity: Entity): readonly AccessPath[] {
  const { text = '' } = entity
  const said = [...text.matchAll(readBy)].flatMap(([from, fields]) =>
    fieldsIn(fields ?? '').map((field) => ({ field, from })),
  )
  const called = design.answers.endpoints.flatMap((endpoint) => pathsOf(endpoint, entity))
  return [...said, ...called]
}

/** Whether two names mean one field: `owner`, `owner_id` and `ownerId`. */
export function isSameField(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

/** The fields that a key or an index is made of: "(user_id, created_at)" has two. */
export function fieldsIn(words: string): readonly string[] {
  return words
    .split(/[,+/&()[\]|]|\b(?:and|or|then|plus|asc|desc|hash(?:ed)?|unique|composite|of)\b/i)
    .map((part) => part.trim())
    .filter((part) => /^[\w\s.-]{1,40}$/.test(part) && /[a-z]/i.test(part))
}

/** Whether the entity has a field of that name; `undefined` when no fields were listed. */
export function hasField({ fields }: Entity, name: string): boolean | undefined {
  return fields?.some((field) => isSameField(field.split(/[\s:(]/)[0] ?? '', name))
}

function pathsOf(endpoint: Endpoint, entity: Entity): readonly AccessPath[] {
  if (endpoint.method !== 'GET') return []
  const [path = '', query = ''] = endpoint.path.split('?')
  const segments = path.split('/').filter((part) => part !== '' && !/^(?:api|v\d+)$/i.test(part))
  const last = segments.at(-1) ?? ''
  if (!isCollectionOf(last, entity)) return []
  const from = `${endpoint.method} ${endpoint.path}`
  const parameters = query
    .split('&')
    .map(
      (part) =>
        part
          .split('=')[0]
          ?.replace(/[{}[\]:]/g, '')
          .trim() ?? '',
    )
    .filter((name) => name !== '' && !noFields.test(name))
  const owner = ownerIn(segments)
  return [...parameters, ...(owner === undefined ? [] : [owner])].map((field) => ({ field, from }))
}

/** `users` of `/users/{id}/orders`; a caller's own ("/me/orders") counts as its user. */
function ownerIn(segments: readonly string[]): string | undefined {
  const [owner, id] = segments.slice(-3, -1)
  if (owner === undefined || id === undefined) return undefined
  return /^[:{<]/.test(id) && /^[a-z][\w-]*$/i.test(owner) ? singular(owner) : undefined
}

function isCollectionOf(segment: string, { name }: Entity): boolean {
  return singular(plain(segment)) === singular(plain(name))
}

function plain(name: string): string {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return letters.length > 2 && letters.endsWith('id') ? letters.slice(0, -2) : letters
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=..)(?:(?<=[sx]|ch|sh)es|(?<!s)s)$/, '')
}

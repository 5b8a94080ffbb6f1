/** The calls that anybody may send, so that the page can offer them. */
import { fieldOf, listOf } from './json-value.ts'
import type { ApiCall, ApiGroup } from './read-document.ts'

/** Small, and with something worth saying about it. */
export const sampleDesign = `flowchart LR
  web[Browser] -->|HTTPS| api[Orders API]
  api --> db[(PostgreSQL)]
  api -->|OrderPlaced| queue[[Kafka]]
  queue --> mailer[Mail worker]
`

/** Those that take a design first: they are what most people come for. */
export function triableCalls(groups: readonly ApiGroup[]): readonly ApiCall[] {
  const calls = groups.flatMap((group) => group.calls).filter(isTriable)
  return [...calls.filter(takesDesign), ...calls.filter((call) => !takesDesign(call))]
}

export function isTriable(call: ApiCall): boolean {
  if (!call.isPublic || call.parameters.length > 0) return false
  return call.method === 'GET' || takesDesign(call)
}

/** Whether its body is an object that needs a `text` and nothing else. */
export function takesDesign({ body }: ApiCall): boolean {
  const required = listOf(fieldOf(body?.schema, 'required'))
  return required.length === 1 && required[0] === 'text'
}

/** From an OpenAPI document to what the page shows: calls, under the first part of their path. */
import { entriesOf, fieldOf, listOf, textOf } from './json-value.ts'

export interface ApiCall {
  readonly id: string
  /** In capitals. */
  readonly method: string
  readonly path: string
  readonly summary: string
  /** Answers alike for everybody, without a session. */
  readonly isPublic: boolean
  readonly parameters: readonly ApiParameter[]
  readonly body: ApiContent | undefined
  readonly answers: readonly ApiAnswer[]
}

export interface ApiParameter {
  readonly name: string
  /** `path`, `query` and so on. */
  readonly place: string
  readonly schema: unknown
}

export interface ApiContent {
  readonly mime: string
  readonly schema: unknown
}

export interface ApiAnswer {
  /** `200`, or `default` for every other one. */
  readonly status: string
  readonly description: string
  readonly content: ApiContent | undefined
}

export interface ApiGroup {
  readonly name: string
  readonly calls: readonly ApiCall[]
}

export interface ApiDocument {
  readonly version: string
  readonly groups: readonly ApiGroup[]
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])

export function readDocument(document: unknown): ApiDocument {
  const calls = entriesOf(fieldOf(document, 'paths')).flatMap(([path, item]) =>
    entriesOf(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => callOf(method, path, operation)),
  )
  return { version: textOf(fieldOf(fieldOf(document, 'info'), 'version')), groups: grouped(calls) }
}

function callOf(method: string, path: string, operation: unknown): ApiCall {
  return {
    id: `${method}${path}`.replaceAll(/\W+/g, '-').replace(/-$/, ''),
    method: method.toUpperCase(),
    path,
    summary: textOf(fieldOf(operation, 'summary')),
    isPublic: listOf(fieldOf(operation, 'security')).length === 0,
    parameters: listOf(fieldOf(operation, 'parameters')).map(parameterOf),
    body: contentOf(fieldOf(operation, 'requestBody')),
    answers: entriesOf(fieldOf(operation, 'responses')).map(([status, answer]) => ({
      status,
      description: textOf(fieldOf(answer, 'description')),
      content: contentOf(answer),
    })),
  }
}

function parameterOf(parameter: unknown): ApiParameter {
  return {
    name: textOf(fieldOf(parameter, 'name')),
    place: textOf(fieldOf(parameter, 'in')),
    schema: fieldOf(parameter, 'schema'),
  }
}

function contentOf(holder: unknown): ApiContent | undefined {
  const [first] = entriesOf(fieldOf(holder, 'content'))
  return first === undefined ? undefined : { mime: first[0], schema: fieldOf(first[1], 'schema') }
}

/** Groups in the order in which they are first met. */
function grouped(calls: readonly ApiCall[]): readonly ApiGroup[] {
  const names = [...new Set(calls.map(groupName))]
  return names.map((name) => ({ name, calls: calls.filter((call) => groupName(call) === name) }))
}

function groupName({ path }: ApiCall): string {
  const [first = '', second = ''] = path.split('/').filter((part) => part !== '')
  return first === 'api' && second !== '' ? second : first
}

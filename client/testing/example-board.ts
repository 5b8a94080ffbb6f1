/** Boards for the harness: a design that shows every look of the canvas, or many components at once. */
import type { FindingMarks } from '#client/features/canvas/canvas-scene.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { kinds } from '#shared/kinds/index.ts'

export function drawExample(handle: CanvasHandle, options: URLSearchParams): FindingMarks {
  if (options.has('empty')) return new Map()
  const count = Number(options.get('count') ?? 0)
  return count > 0 ? drawMany(handle, count) : drawDesign(handle)
}

function drawDesign(handle: CanvasHandle): FindingMarks {
  const add = (kind: string, label: string, technology = '', connectFrom?: string) =>
    handle.addComponent({ kind, label, technology, ...(connectFrom && { connectFrom }) }) ?? ''
  const web = add('web-client', 'Browsers')
  const balancer = add('load-balancer', 'Load balancer', 'nginx', web)
  const api = add('service', 'Link service', 'Go', balancer)
  const redis = add('cache', 'Redis', 'Redis', api)
  const database = add('sql-db', 'Links', 'PostgreSQL', api)
  const queue = add('queue', 'Click events', 'Kafka', api)
  const worker = add('worker', 'Click counter with a rather long name', 'Python', queue)
  add('metrics', 'Metrics', 'Prometheus', worker)
  const payments = add('external-service', 'Payments', 'Stripe', worker)
  const auth = add('auth-service', 'Sign-in', 'Keycloak', worker)
  handle.changeComponent(api, { replicas: 4 })
  handle.changeComponent(database, { replicas: 2 })
  handle.setProperty(api, 'zones', 3)
  handle.setProperty(api, 'authn', 'JWT')
  handle.setProperty(database, 'managed', true)
  handle.setProperty(database, 'zones', 2)
  const sockets = add('websocket-gateway', 'Live counts', '', web)
  handle.connect(api, sockets, 'stream')
  handle.connect(redis, database, 'replication')
  for (const edge of handle.graph().edges) {
    if (edge.to === api) handle.changeConnection(edge.id, { label: 'reads', protocol: 'HTTPS' })
    if (edge.to === redis) handle.changeConnection(edge.id, { protocol: 'RESP' })
  }
  const zone = handle.addBoundary('zone', 'eu-west-1a', [redis, database, queue])
  handle.addBoundary('region', 'Ireland', [zone ?? '', api])
  handle.addBoundary('trust-zone', '', [payments])
  handle.addBoundary('network', 'Back office', [auth])
  handle.show(handle.graph().nodes.map((node) => node.id))
  handle.select([])
  return new Map([
    [database, { severity: 'error', count: 2, title: '2 findings: one instance keeps the data' }],
    [api, { severity: 'warning', count: 1, title: '1 finding: no retry limit' }],
    [redis, { severity: 'suggestion', count: 1, title: '1 finding: no time to live' }],
    [queue, { severity: 'defended', count: 1, title: 'Defended: no dead-letter queue' }],
  ])
}

function drawMany(handle: CanvasHandle, count: number): FindingMarks {
  let last: string | undefined
  for (let index = 0; index < count; index += 1) {
    const kind = kinds[index % kinds.length]
    if (kind === undefined) break
    const connectFrom = index % 3 === 0 ? undefined : last
    const technology = kind.technologies[0] ?? ''
    const part = { kind: kind.id, label: `${kind.title} ${index}`, technology }
    if (connectFrom === undefined) handle.select([])
    last = handle.addComponent({ ...part, ...(connectFrom && { connectFrom }) })
  }
  handle.show(handle.graph().nodes.map((node) => node.id))
  handle.select([])
  return new Map()
}

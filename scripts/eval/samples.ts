/**
 * Drawings from elsewhere, labelled with coarser names of kinds: a folder of JSON files with `source`,
 * `nodes` and `edges`. Those that their notation's own parser refuses are left out.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { DrawingCase } from './cases.ts'
import { acceptsExactly, notAComponent, type Accepts } from './score-drawing.ts'

const sample = z.object({
  category: z.string(),
  source: z.string(),
  nodes: z
    .array(z.object({ id: z.string(), kind: z.union([z.string(), z.array(z.string())]) }))
    .default([]),
  edges: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
})

const coarse: Readonly<Record<string, string>> = {
  client: 'web-client mobile-client iot-device external-client',
  'sql-database': 'sql-db read-replica newsql-db',
  'document-database': 'document-db',
  'key-value-store': 'key-value-db',
  'wide-column-store': 'wide-column-db',
  'graph-database': 'graph-db',
  'time-series-database': 'timeseries-db',
  'vector-database': 'vector-db',
  'block-file-store': 'block-store file-store dfs',
  'message-queue': 'queue pubsub dead-letter-queue',
  'event-stream': 'event-stream',
  auth: 'auth-service',
  service: 'serverless-function bff orchestrator id-generator sse-endpoint',
  worker: 'serverless-function batch-processor transcoder cdc',
  cache: 'local-cache session-store',
  'data-warehouse': 'olap-db lakehouse',
  'object-store': 'archive-store',
  other: 'ci-cd iac container-platform service-mesh bi-tool backup etl-pipeline schema-registry',
  'web-server': 'reverse-proxy monolith',
  'ml-model': 'ml-serving ml-training',
  monitoring: 'metrics alerting dashboard apm',
  notification: 'external-service service worker webhook-dispatcher',
  'firewall-waf': 'waf ddos-shield',
  'service-discovery': 'service-registry coordination',
  'config-secrets': 'config-service secret-store kms feature-flags',
}

export function readSamples(folder: string): DrawingCase[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.toSorted().flatMap((file) => {
    const read = sample.parse(parseJson(path.join(folder, file)))
    if (read.category !== 'flowchart') return []
    const labelled = read.nodes.map(({ id, kind }): [string, string[]] => [id, [kind].flat()])
    const kinds = new Map(labelled)
    // An arrow to a boundary becomes arrows to its parts: no single one can be asked for.
    const edges = read.edges.filter(({ from, to }) => kinds.has(from) && kinds.has(to))
    const name = path.parse(file).name
    return [{ name, text: read.source, kinds, edges: edges.map(({ from, to }) => [from, to]) }]
  })
}

export const acceptsCoarsely: Accepts = (label, kind) => {
  if (label === 'other' && acceptsExactly(notAComponent, kind)) return true
  return acceptsExactly(label, kind) || coarse[label]?.split(' ').includes(kind ?? '') === true
}

function parseJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

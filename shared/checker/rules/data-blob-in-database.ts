import { withAdmitted } from '../admissions.ts'
import { filesInRows } from '../admitted-places.ts'
import type { Entity } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { carriesWork, nameOf, sentence, wordsOf } from '../parts.ts'
import { cacheKinds, isOf, nodesOf, recordStores } from '../stores.ts'

/** Bytes from which a record is a file, and below which it may stay (knowledge E.4). */
const large = 1_000_000
const small = 100_000

import { meantBy, toldAbout } from '../told.ts'

export default defineRule({
  id: 'data-blob-in-database',
  title: 'Files lie in a database',
  category: 'data',
  why: 'Large values fill the cache, the backups and the replication of a store that was made for rows.',
  fix: 'Move the bytes to an object store behind a CDN, and keep their address in the database.',
  question: 'How long does a backup of this database take once the files are in it?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Video service] -->|stores video files| db[(MySQL)]`,
      `---
peakQps: 900
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Album service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Photo (media) in PostgreSQL: key id; fields id, owner, bytes; rows of 2.5 MB`,
      `flowchart LR
  web[Browser] --> api[Claims service] --> db[("MongoDB: scanned PDFs as blobs")]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Video service] -->|video metadata| db[(MySQL)]
  api -->|stores video files| s3[(S3)]`,
      `---
peakQps: 900
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Album service] --> db[(PostgreSQL)]
  api --> s3[(S3 photos)]
\`\`\`
## Data model
- Photo (media) in PostgreSQL: key id; fields id, owner, s3_key; rows of 400 B`,
      `---
peakQps: 8
---
flowchart LR
  web[Browser] --> api[Club site] -->|stores photos| db[(SQLite)]`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Profile service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Avatar (media) in PostgreSQL: key user_id; 2M rows of 12 KB`,
    ],
  },
  appliesTo: (context) => context.band !== 'XS' && nodesOf(context, databases).length > 0,
  check(context) {
    const found = [
      ...context.design.answers.entities.flatMap((entity) => fromEntity(context, entity)),
      ...nodesOf(context, databases).flatMap((node) => fromDrawing(context, node)),
      ...fromTold(context),
    ]
    return withAdmitted(context, found, {
      ...filesInRows,
      candidates: nodesOf(context, recordStores),
      severity: 'warning',
      tells: 'is said to hold whole files',
    })
  },
})

const databases: ReadonlySet<string> = new Set([...recordStores, ...cacheKinds, 'timeseries-db'])
const bytes =
  /\b(?:blobs?|bytea|longblob|mediumblob|base64|bytes|binary|raw (?:image|video|file|photo|audio)s?|file[-_\s]?(?:content|data|body)|image[-_\s]?data|gridfs)\b/i
/** A field that can only be the file itself; other fields describe it. */
const wholeFile =
  /^(?:image|photo|picture|video|audio|file|scan|pdf|attachment|recording)s?(?:\s*\(.*)?$/i
const sizeOfFiles = /\b\d[\d.,]*\s?[MG]i?B\b/
const sizeOfRows = /\b\d[\d.,]*\s?(?:K?i?B|bytes)\b/i
const pointer =
  /url|uri|path|link|s3|bucket|object|_key\b|\bkey_|storage|location|\bref\b|reference|pointer|metadata|thumb/i

/** A record of a media entity is most often its description; its size or its fields tell the bytes. */
function fromEntity(context: CheckContext, entity: Entity): readonly Observation[] {
  const { name, storeIds, meanBytes } = entity
  const store = storeIds.find((id) => isOf(context, id, databases))
  const isElsewhere = storeIds.some((id) => isOf(context, id, filesIn))
  if (store === undefined || isElsewhere) return []
  if (isPointing(context, entity) || !holdsBytes(context, entity)) return []
  return [
    {
      subject: entitySubject(entity, [store]),
      severity: 'warning',
      message: sentence(`${nameOf(context, store)} holds the bytes of ${name}.`),
      evidence: { entity: name, meanBytes: meanBytes ?? null },
    },
  ]
}

/** Whether the size is that of files elsewhere, which the record points at. */
function isPointing(context: CheckContext, { fields = [] }: Entity): boolean {
  const points = fields.some((field) => pointer.test(field) && !wholeFile.test(field))
  return points && nodesOf(context, filesIn).length > 0
}

function holdsBytes(context: CheckContext, entity: Entity): boolean {
  const { name, fields = [], text = '', meanBytes } = entity
  if (meanBytes !== undefined && (meanBytes >= large || meanBytes < small)) {
    return meanBytes >= large
  }
  const words = [...fields, text].join(' ').replaceAll('_', ' ')
  if (bytes.test(words) || sizeOfFiles.test(words)) return true
  if (fields.length > 0) return fields.some((field) => wholeFile.test(field))
  if (entity.class !== 'media' || pointer.test(`${name} ${words}`) || sizeOfRows.test(words)) {
    return false
  }
  return nodesOf(context, filesIn).length === 0
}

const filesIn: ReadonlySet<string> = new Set([
  'object-store',
  'file-store',
  'block-store',
  'dfs',
  'data-lake',
  'archive-store',
  'cdn',
])

const files =
  'images?|photos?|pictures?|videos?|movies?|clips?|audio|songs?|files?|pdfs?|documents? scans?|scans?|attachments?|media'
const storesFiles = new RegExp(
  `\\b(?:stor|sav|upload|writ|put|persist|insert)\\w*\\s+(?:\\w+\\s+){0,2}?(?:${files})(?:\\s+(?:files?|bytes|data|content))?\\b(?!\\s*\\w*(?:meta|info|detail|url|link|path|id\\b|index|status|record|name|title|list|count|row|ref|job|event))`,
  'i',
)
const heldAsBytes = new RegExp(
  `\\b(?:${files})\\b.{0,20}\\b(?:blobs?|bytea|base64|binary|bytes)\\b|\\b(?:bytea|gridfs|longblob)\\b|\\b(?:blobs?|bytes) of (?:${files})\\b`,
  'i',
)

const kept = /\bgridfs\b|\b(?:large objects?|blob columns?|bytea|longblob)\b/i

/** "Scans are kept as GridFS documents", of a database that is named or the only one. */
function fromTold(context: CheckContext): readonly Observation[] {
  const candidates = nodesOf(context, recordStores)
  const known = new Set(
    context.design.answers.entities.flatMap((entity) =>
      holdsBytes(context, entity) ? entity.storeIds : [],
    ),
  )
  return toldAbout(context, kept)
    .filter(({ section }) => section !== 'data-model')
    .flatMap((saying) => meantBy(context, saying, candidates))
    .filter(({ id }) => !known.has(id))
    .slice(0, 1)
    .map(({ id }) => ({
      subject: [id],
      severity: 'warning' as const,
      message: sentence(`${nameOf(context, id)} is said to hold whole files.`),
      evidence: { said: true },
    }))
}

function fromDrawing(context: CheckContext, node: DesignNode): readonly Observation[] {
  const incoming = edgesTo(context.index, node.id).filter((edge) => carriesWork(context, edge))
  const telling = incoming.filter((edge) => {
    const words = wordsOf(edge)
    return !pointer.test(words) && (storesFiles.test(words) || heldAsBytes.test(words))
  })
  const { note } = node.properties
  const label = `${node.label} ${typeof note === 'string' ? note : ''}`
  if (telling.length === 0 && (!heldAsBytes.test(label) || pointer.test(label))) return []
  return [
    {
      subject: [node.id],
      severity: 'warning',
      message: sentence(`${nameOf(context, node.id)} is said to hold whole files.`),
      evidence: {
        said: [...telling.map(wordsOf), label].filter(
          (text) => heldAsBytes.test(text) || storesFiles.test(text),
        ),
      },
      edges: telling.map((edge) => edge.id),
    },
  ]
}

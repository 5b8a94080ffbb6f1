/** Whole design documents for the examples of rules: a sound one, told again with a part of it changed. */
import { sectionIds, sectionTitles, type SectionId } from '#shared/design/answers.ts'

export interface ExampleParts extends Partial<Readonly<Record<SectionId, string>>> {
  /** Front matter by field; an empty text leaves a field out. */
  readonly facts?: Readonly<Record<string, string>>
  readonly diagram?: string
}

const facts: Readonly<Record<string, string>> = {
  publicFacing: 'true',
  dailyActiveUsers: '1M',
  actionsPerUser: '12',
  averageQps: '140',
  peakQps: '600',
  readWriteRatio: '"20:1"',
  latencyTarget: 'p99 under 200 ms',
  availabilityTarget: '99.9%',
  rto: '1 h',
  rpo: '5 min',
  dataSize: '200 GB a year',
  retention: '2 years',
  regions: '1',
  budget: '$3,000 a month',
  teamSize: '4',
  compliance: '[GDPR]',
}

const sections: Readonly<Record<SectionId, string>> = {
  'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see which courts are free.
- FR4 (out): Coaching and payments.`,
  'non-functional-requirements': `- Answers within 200 ms at p99.
- 99.9% availability a month.`,
  estimates: `- Peak reads: 570 requests/s
- Peak writes: 30 requests/s
- Storage per year: 200 GB with indexes and the standby's copy`,
  api: `- \`POST /v1/reservations\` reserves a court (auth, idempotent, errors) covers FR1
- \`DELETE /v1/reservations/{id}\` cancels it (auth, errors) covers FR2
- \`GET /v1/courts?day=&cursor=\` lists free courts (auth, paginated, errors) covers FR3`,
  'data-model': `- Reservation (booking) in PostgreSQL: key id; fields id, court, member, starts_at; index court and starts_at; 20M rows of 300 B; consistency strong; keep 2 years
- Member (pii) in PostgreSQL: key id; fields id, name, e-mail; index e-mail; 1M rows of 400 B; consistency strong`,
  flows: `- Reserve (FR1): Browser → Load balancer → Booking service → PostgreSQL
- Cancel (FR2): Browser → Load balancer → Booking service → PostgreSQL
- Browse (FR3): Browser → Load balancer → Booking service → PostgreSQL`,
  decisions: `- Storage: PostgreSQL over DynamoDB because reservations need transactions and range queries; consequence: one primary takes all writes
- Service: one Booking service over microservices because one team of four owns it; consequence: everything is released together`,
  'trade-offs': `- One primary in exchange for strong consistency. The bottleneck is its write rate: it saturates first at about 10x load, then reservations are split by club.`,
  failures: `- PostgreSQL goes down: reservations stop for a minute; detected by health checks; the standby takes over automatically in 30 s
- Booking service instance crashes: nobody notices; detected by the load balancer's health checks every 5 s; the others take its traffic
- Load balancer fails: new connections stall; detected by probes; its pair takes over in 10 s`,
  security: `- OAuth tokens are checked in the Booking service, and members change only their own reservations; TLS everywhere; rate limit per user at the load balancer.
- Data is encrypted at rest; an audit log keeps who changed what.
- Threats considered: spoofed members, tampering, floods of requests.`,
  operations: `- Metrics, logs and dashboards per service, alerts on p99 and error rate against the SLO.
- Canary releases with automatic rollback; backwards-compatible migrations.
- Nightly backups kept in another region for 30 days, restores tested every quarter; capacity is reviewed every six months with 2x headroom.`,
}

const diagram = `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2, rate limit]
  lb -->|HTTPS, timeout 1 s| api["Booking service x3, OAuth, multi-AZ"]
  api -->|TLS| db[("PostgreSQL primary + standby, multi-AZ, encrypted, nightly backups")]
  api -.->|metrics and logs| mon[Prometheus]`

/** Sections for the end of a short example, so that it counts as a document. */
export const closingSections = `## Security
- OAuth at the gateway; TLS everywhere; quotas per user.
## Failures
- One instance goes down: nobody notices; detected by health checks; the others take over
## Trade-offs
- Few parts in exchange for some speed.`

/** The sound document with the given parts in place of its own; an empty text leaves a section out. */
export function exampleDocument(parts: ExampleParts): string {
  const fields = Object.entries({ ...facts, ...parts.facts }).filter(([, value]) => value !== '')
  const written = sectionIds.flatMap((id) => {
    const text = parts[id] ?? sections[id]
    return text === '' ? [] : [`## ${sectionTitles[id]}\n${text}`]
  })
  return [
    `---\n${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---`,
    '# Court reservations',
    `\`\`\`mermaid\n${parts.diagram ?? diagram}\n\`\`\``,
    ...written,
  ].join('\n\n')
}

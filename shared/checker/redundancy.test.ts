import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { isRedundant } from './redundancy.ts'

/** Whether the component with the id `it` of a design is more than one machine. */
function isSafe(text: string): boolean {
  const context = contextOf(parseDesignDocument(text).design)
  const node = context.index.nodes.get('it')
  if (node === undefined) throw new Error('The design has no component called it')
  return isRedundant(context, node)
}

function drawn(label: string, rest = ''): string {
  return `flowchart LR\n  web[Browser] --> ${label}\n  ${rest}`
}

function told(label: string, section: string, line: string): string {
  return `## ${section}\n- ${line}\n\n\`\`\`mermaid\n${drawn(label)}\n\`\`\``
}

describe('what counts as several machines', () => {
  it.each([
    drawn('it[Order service x3]'),
    drawn('it[HAProxy, active-passive]'),
    drawn('it[(PostgreSQL + standby)]'),
    drawn('it[Order service on Fargate]'),
    drawn('it[(DynamoDB)]'),
    drawn('it[Two nginx]'),
    drawn('it[(SQL Server Availability Group)]'),
    drawn('it[Hetzner load balancer]'),
    drawn('it[(MySQL)]', 'it -->|replication| copy[(MySQL copy)]'),
    drawn('it[Order service]', 'subgraph k[Kubernetes cluster]\n    it\n  end'),
    drawn('it[Order service]', '%% set it autoscaleMin 2'),
    told('it[(MySQL)]', 'Failures', 'MySQL fails: the standby takes over in 30 s'),
    told('it[Order service]', 'Operations', 'Every service runs at least two instances.'),
  ])('%s', (text) => {
    expect(isSafe(text)).toBe(true)
  })
})

describe('what does not', () => {
  it.each([
    drawn('it[Order service]'),
    told(
      'it[(MongoDB)]',
      'Decisions',
      'MongoDB on one machine over a replica set, because it is cheap',
    ),
    drawn('it[(MySQL)]', 'it -->|CDC| es[Elasticsearch]'),
    drawn('it[(MySQL)]', 'it -->|nightly batch| dw[(Snowflake)]'),
    told('it[(MySQL)]', 'Failures', 'MySQL fails: orders stop until it is restored'),
    told('it[(MySQL)]', 'Trade-offs', 'MySQL has no standby in exchange for a small bill.'),
    told('it[(MySQL)]', 'Operations', 'Every service runs at least two instances.'),
  ])('%s', (text) => {
    expect(isSafe(text)).toBe(false)
  })
})

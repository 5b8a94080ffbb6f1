import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { emptiersOf, eventsFrom } from './business-events.ts'
import { contextOf } from './check-design.ts'

function eventsIn(lines: string, sections = ''): readonly string[] {
  const text = `\`\`\`mermaid\nflowchart LR\n${lines}\n\`\`\`\n${sections}`
  const context = contextOf(parseDesignDocument(text).design)
  return eventsFrom(context, 's').map(({ to }) => to)
}

it('tells what was decided from work that is only handed over', () => {
  expect(eventsIn('s[Order service] -->|OrderPlaced| k[Kafka]')).toEqual(['k'])
  expect(eventsIn('s[Payment service] --> k[Kafka]')).toEqual(['k'])
  expect(eventsIn('s[Album service] -->|thumbnail jobs| k[SQS]')).toEqual([])
  expect(eventsIn('s[Order service] -->|order placed| k[SQS] --> w[Mail worker]')).toEqual([])
  expect(eventsIn('s[Order service] -->|failed orders| k[Dead-letter queue]')).toEqual([])
})

it('hears that a service writes and then publishes', () => {
  const decision =
    '## Decisions\n- Events: Form service saves the form and then publishes it over polling because it is simple'
  expect(eventsIn('s[Form service] --> k[Kafka]', decision)).toEqual(['k'])
  expect(eventsIn('s[Form service] --> k[Kafka]')).toEqual([])
})

it('knows who empties a queue, whichever way it is drawn', () => {
  const text = 'flowchart LR\n  a[Ingest API] --> q[SQS] --> w[Worker]\n  b[Poller] -->|polls| q'
  const context = contextOf(parseDesignDocument(text).design)
  expect(emptiersOf(context, 'q').toSorted()).toEqual(['b', 'w'])
})

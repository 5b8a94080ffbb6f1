import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { notJudgedOf } from './not-judged.ts'

const notJudged = (text: string) => notJudgedOf(parseDesignDocument(text).design)

it('lists everything beside the drawing once for a bare diagram', () => {
  const list = notJudged('flowchart LR\n  web[Browser] --> api[API]')
  expect(list).toHaveLength(13)
  expect(list).toEqual(expect.arrayContaining(['API', 'Trade-offs', 'Load', 'Availability target']))
})

it('leaves out what the front matter says', () => {
  const head = '---\npeakQps: 40\navailabilityTarget: 99.9%\n---\n'
  const list = notJudged(`${head}flowchart LR\n  web[Browser] --> api[API]`)
  expect(list).toHaveLength(11)
  expect(list).not.toContain('Load')
})

it('is empty for a document with a section, where what is missing is a finding', () => {
  const text =
    '```mermaid\nflowchart LR\n  web[Browser] --> api[API]\n```\n## API\n- `GET /` greets\n'
  expect(notJudged(text)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { checkDesign } from '#shared/checker/check-design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { describeDiff } from './describe-diff.ts'
import { diffDesigns } from './diff-designs.ts'
import { diffFindings } from './finding-changes.ts'
import { printDiffMarkdown, printDiffText } from './print-diff.ts'
import { reimported } from './testing/arbitrary-graphs.ts'

const read = (text: string) => parseDesignDocument(text).design
const before = read(`---
peakQps: 300
availabilityTarget: 99.9%
---
# Shop

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] -->|HTTPS| api[Order service x2]
  subgraph eu[EU region]
    api --> db[(PostgreSQL)]
  end
  api --> old[Legacy monolith]
\`\`\`

## Functional requirements
- FR1: People order.

## Estimates
- Peak reads: 100 requests/s
`)
const after = read(`---
peakQps: 9000
availabilityTarget: 99.9%
---
# Shop

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] -->|HTTPS| api[Checkout service x5]
  subgraph eu[EU region]
    api --> db[(PostgreSQL)]
  end
  api --> cache[(Redis *hot*)]
\`\`\`

## Functional requirements
- FR1 (should): People order.

## Estimates
- Peak reads: 3,000 requests/s
`)
const diff = diffDesigns(before, after)
const report = { entries: describeDiff(diff, before, after), moved: 0 }

describe('a printed difference', () => {
  it('names each thing once, with everything that happened to it', () => {
    const text = printDiffText(report)
    expect(text).toContain('- Legacy monolith (Monolith)')
    expect(text).toContain('+ Redis *hot* (Cache)')
    expect(text).toMatch(/~ Checkout service: .*renamed from “Order service”.*replicas: 2 → 5/)
    expect(text).toContain('Functional requirements: People order.: priority: must → should')
    expect(text).toContain('Estimates: Peak reads: 3,000 requests/s: value: 100 → 3,000')
    expect(text).toContain('Requests per second, peak: 300 → 9,000')
    expect(text).toMatch(/\d added, \d removed, \d changed\.\n$/)
  })

  it('lets no label become Markdown', () => {
    const text = printDiffMarkdown(report)
    expect(text).toContain(String.raw`- **added** Redis \*hot\* (Cache)`)
    expect(text).toContain('### Components\n\n- **')
  })

  it('says so when nothing differs, and how much was only moved', () => {
    expect(printDiffText({ entries: [], moved: 0 })).toBe('No structural difference.\n')
    expect(printDiffMarkdown({ entries: [], moved: 2 })).toContain('Moved on the board alone: 2.')
  })

  it('says what the judges find now and found before, whatever the ids are', () => {
    const [was, is] = [checkDesign(before).findings, checkDesign(after).findings]
    const findings = diffFindings(was, is, diff)
    expect(findings.appeared.length + findings.vanished.length).toBeGreaterThan(0)
    const text = printDiffText({ ...report, findings })
    for (const { message } of findings.appeared) expect(text).toContain(message)
    const imported = reimported(before, 'x')
    const again = checkDesign({ ...imported, answers: { ...before.answers } }).findings
    const same = diffFindings(was, again, diffDesigns(before, imported))
    expect(same).toEqual({ appeared: [], vanished: [], changed: [] })
  })
})

import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from './design-document.ts'
import { writeDesignDocument } from './write-design-document.ts'

const document = `# Polls
\`\`\`mermaid
flowchart LR
  app[App] --> api[Poll service] --> ring[(Redis)]
\`\`\`
## Functional requirements
- FR1 (must): People vote.
## Detailed design
**Redis.** Keys lie on node = crc32(poll) mod 6. It grows to nine nodes in May.
- Old polls are closed by a nightly job of the Poll service.
## Background
The old system counted by hand.
`

describe('prose under headings of no section', () => {
  it('tells how the design works, each sentence about what its head names', () => {
    const { answers } = parseDesignDocument(document).design
    expect(answers.notes).toEqual([
      { section: 'flows', text: 'Redis. Keys lie on node = crc32(poll) mod 6.', nodeIds: ['ring'] },
      { section: 'flows', text: 'Redis. It grows to nine nodes in May.', nodeIds: ['ring'] },
      {
        section: 'flows',
        text: 'Old polls are closed by a nightly job of the Poll service.',
        nodeIds: ['api'],
      },
    ])
  })

  it('stays what it is on its way out and back', () => {
    const { design, title } = parseDesignDocument(document)
    const written = writeDesignDocument(design, { title })
    expect(written).toContain('## Design notes')
    expect(parseDesignDocument(written).design.answers.notes).toEqual(design.answers.notes)
  })
})

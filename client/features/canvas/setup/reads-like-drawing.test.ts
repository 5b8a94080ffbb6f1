import { describe, expect, it } from 'vitest'
import { readsLikeDrawing } from './reads-like-drawing.ts'

describe('readsLikeDrawing', () => {
  it.each([
    'flowchart LR\n a --> b',
    'graph TD;\n  a-->b;',
    'graph LR; a-->b',
    '---\ntitle: Shop\n---\nflowchart\n a --> b',
    '%%{init: {}}%%\nflowchart TB\r\n a --> b',
    'architecture-beta\n  service api(server)[API]',
    'C4Container\n  Person(a, "A")',
    '# Short links\n\n```mermaid\nflowchart LR\n a --> b\n```\n',
    'flowchart LR\n a --> [broken',
  ])('takes %j', (text) => expect(readsLikeDrawing(text)).toBe(true))

  it.each([
    '',
    'hello',
    'graph of our users over time',
    'graph',
    'flowchart LR',
    'architecture notes\n- first\n- second',
    'timeline for the launch\nMay',
    'sequenceDiagram\n A->>B: hi',
    'https://example.com/flowchart',
    'a --> b',
  ])('leaves %j to be text', (text) => expect(readsLikeDrawing(text)).toBe(false))
})

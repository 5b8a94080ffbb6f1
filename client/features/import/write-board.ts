/** The page as text that other tools read. Loaded when somebody exports. */
import { designOf } from '#shared/design/design.ts'
import { writeDesignDocument } from '#shared/exchange/write-design-document.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'

export type DrawnPage = Pick<CanvasHandle, 'graph' | 'places' | 'countLoose'>

export function mermaidOf(page: DrawnPage): string {
  return writeMermaid(page.graph(), { geometry: page.places() })
}

export function documentOf(page: DrawnPage, title: string, scenario: string | null): string {
  return writeDesignDocument(designOf(page.graph()), {
    title,
    geometry: page.places(),
    ...(scenario === null ? {} : { scenario }),
  })
}

/** A sentence about what the text does not hold; empty when it holds everything. */
export function leftOutOf(page: DrawnPage): string {
  const count = page.countLoose()
  if (count === 0) return ''
  const what = count === 1 ? '1 thing is' : `${count} things are`
  return `${what} left out: ink, pictures, notes and loose arrows go into a board file only.`
}

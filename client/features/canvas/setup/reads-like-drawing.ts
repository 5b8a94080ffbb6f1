/**
 * Whether a pasted text is meant as a drawing. It only looks at how the text begins: "graph of our users"
 * is a sentence, and stays one.
 */
import { detectDiagram } from '#shared/exchange/mermaid/detect-diagram.ts'

const opening =
  /^(?:(?:graph|flowchart(?:-elk)?)(?:\s+(?:TB|TD|BT|LR|RL|[<>^v]))?|architecture(?:-beta)?|C4(?:Context|Container|Component|Dynamic|Deployment))\s*(?:;.*|%%.*)?$/
const fencedDiagram = /^ {0,3}(?:```|~~~)+\s*mermaid\b/m

export function readsLikeDrawing(text: string): boolean {
  if (fencedDiagram.test(text)) return true
  const detection = detectDiagram(text)
  if (detection.notation === 'none' || detection.notation === 'other') return false
  const lines = text.trimEnd().split(/\r\n|\r|\n/)
  const first = (lines[detection.line - 1] ?? '').trim()
  const isMore = lines.length > detection.line || first.includes(';')
  return isMore && opening.test(first)
}

/** Numbers of instances below one, which no label can mean: "API x-3", "(-2 replicas)", "replicas: -2". */
import type { Problem } from '../problem.ts'
import { saysBelowOne } from '../read-replicas.ts'
import { noteAt, type DiagramModel } from './diagram-model.ts'
import type { Assignment, Statement } from './statement.ts'

/** A note for each place that states such a number. `text` is what the model was read from. */
export function countsBelowOne(
  text: string,
  { nodes }: DiagramModel,
  statements: readonly Statement[],
): readonly Problem[] {
  const odd = nodes.filter(({ label }) => saysBelowOne(label))
  const lines = odd.length === 0 ? [] : text.split(/\r\n|\r|\n/)
  const drawn = odd.map(({ label }) => {
    const [start = label] = label.split('\n')
    return noteAt(lines.findIndex((line) => line.includes(start)) + 1, sentence(label))
  })
  const set = statements.flatMap(({ target, line, assignments }) =>
    assignments.some(isBelowOne) ? [noteAt(line, sentence(target))] : [],
  )
  return [...drawn, ...set]
}

function isBelowOne({ name, isProperty, value }: Assignment): boolean {
  return name === 'replicas' && !isProperty && typeof value === 'number' && value < 1
}

function sentence(what: string): string {
  return `“${what}” states a number of instances below one, which was left aside. Say how many there are, such as x3.`
}

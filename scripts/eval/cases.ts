/** The evaluation set, as it lies in files: a text, and beside it in JSON what a careful reader sees in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** Rules are tuned on the open half, never on the kept one, which shows whether that was overfitting. */
export type Half = 'open' | 'kept'

export interface DrawingCase {
  readonly name: string
  readonly text: string
  /** By node id: acceptable kinds, the preferred one first. */
  readonly kinds: ReadonlyMap<string, readonly string[]>
  readonly edges: readonly (readonly [string, string])[]
}

export interface DesignCase {
  readonly name: string
  readonly text: string
  readonly scale: string
  readonly faults: readonly Fault[]
  /** Rules that may speak about this design as well: true, but not what it was written for. */
  readonly alsoTrue: readonly string[]
}

export interface Fault {
  /** Any of these names the fault. */
  readonly rules: readonly string[]
  /** A finding has to name one of these; none for a fault of the text. */
  readonly components: readonly string[]
}

const drawingLabels = z.object({
  nodes: z.record(z.string(), z.array(z.string())),
  edges: z.array(z.tuple([z.string(), z.string()])),
})
const designLabels = z.object({
  scale: z.string(),
  faults: z.array(z.object({ rules: z.array(z.string()), components: z.array(z.string()) })),
  alsoTrue: z.array(z.string()),
})

/** By the number that a name begins with: odd ones are open. */
export function halfOf(name: string): Half {
  return Number.parseInt(name, 10) % 2 === 1 ? 'open' : 'kept'
}

export function readDrawings(folder: string): DrawingCase[] {
  return readPairs(folder).map(({ name, text, labels }) => {
    const { nodes, edges } = drawingLabels.parse(labels)
    return { name, text, kinds: new Map(Object.entries(nodes)), edges }
  })
}

export function readDesigns(folder: string): DesignCase[] {
  return readPairs(folder).map(({ name, text, labels }) => ({
    name,
    text,
    ...designLabels.parse(labels),
  }))
}

function readPairs(folder: string) {
  const names = readdirSync(folder).filter((file) => /\.(md|mmd)$/.test(file))
  return names.toSorted().map((file) => {
    const { name } = path.parse(file)
    const beside = path.join(folder, `${name}.json`)
    if (!existsSync(beside)) throw new Error(`${file} has no labels: write ${beside}.`)
    const text = readFileSync(path.join(folder, file), 'utf8')
    return { name, text, labels: parseJson(beside) }
  })
}

function parseJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

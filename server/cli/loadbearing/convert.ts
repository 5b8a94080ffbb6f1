/** `loadbearing convert`: the same design in another format. */
import { writeDesignDocument } from '#shared/exchange/write-design-document.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import type { Input } from './input.ts'
import { readInput } from './read-input.ts'
import { UsageError } from './usage.ts'

export const convertTargets = ['markdown', 'mermaid', 'json'] as const
export type ConvertTarget = (typeof convertTargets)[number]

const writers = {
  markdown: ({ design, title, geometry }: Input) =>
    writeDesignDocument(design, { title, geometry }),
  mermaid: ({ design, geometry }: Input) => writeMermaid(design.graph, { geometry }),
  json: ({ design, title, geometry }: Input) =>
    `${JSON.stringify({ title, ...design, geometry }, null, 2)}\n`,
} as const

/** Throws `UsageError` for a file that cannot be read as a design. */
export async function convert(file: string, to: ConvertTarget): Promise<string> {
  const input = await readInput(file)
  const broken = input.problems.find(({ severity }) => severity === 'error')
  if (broken !== undefined) {
    throw new UsageError(`${input.file}:${broken.line}:${broken.column}: ${broken.message}`)
  }
  return writers[to](input)
}

/** A design → the Markdown document that people, git and CI keep; reading it back gives the same design. */
import type { Design, Scale } from '#shared/design/design.ts'
import { frontMatterName } from './answers/complete-scale.ts'
import { writeAnswers } from './answers/write-answers.ts'
import { parseDesignDocument } from './design-document.ts'
import type { Geometry } from './mermaid/geometry.ts'
import { writeMermaid } from './mermaid/write-mermaid.ts'
import { writeFrontMatter } from './write-front-matter.ts'

export interface DocumentOptions {
  readonly title: string
  /** Where things lie on the board. */
  readonly geometry?: Geometry
  /** How the drawing runs; left to right unless said. */
  readonly direction?: string
  /** Id or title of the scenario that is worked on. */
  readonly scenario?: string
  readonly tags?: readonly string[]
}

/**
 * Text that ends with a line break. `parseDesignDocument` gives the design back, requirements sorted into
 * their sections; numbers keep twelve significant digits. Without a component there is no drawing in it.
 */
export function writeDesignDocument(design: Design, options: DocumentOptions): string {
  const { graph, answers, scale } = design
  const { geometry, direction } = options
  const drawing = writeMermaid(graph, {
    ...(geometry === undefined ? {} : { geometry }),
    ...(direction === undefined ? {} : { direction }),
  })
  const title = options.title.replace(/\s+/g, ' ').trim() || 'Design'
  const body = `# ${title}\n\n\`\`\`mermaid\n${drawing}\`\`\`\n${writeAnswers(answers, graph)}`
  const head = writeFrontMatter(scale, options)
  const open = derivedFields(scale, `${head}${body}`)
  return `${open.length === 0 ? head : writeFrontMatter(scale, options, open)}${body}`
}

/** Fields that the sections would fill though the design leaves them open. */
function derivedFields(scale: Scale, text: string): readonly string[] {
  const read = parseDesignDocument(text).design.scale
  const added = Object.keys(read).filter((field) => !Object.hasOwn(scale, field))
  return [...new Set(added.map(frontMatterName))]
}

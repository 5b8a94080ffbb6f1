/** A file with everything that was found in it, as the printers take it. */
import type { Rule } from '#shared/checker/define-rule.ts'
import type { Judgement } from '#shared/checker/judge-document.ts'
import type { Input } from './input.ts'

export interface JudgedFile extends Input, Judgement {
  /** Whether it could not be read, so that nothing of it was judged. */
  readonly isBroken: boolean
}

export interface PrintOptions {
  readonly rules: readonly Rule[]
  readonly hasColors: boolean
}

/** The line of a file, from 1, where a component is first drawn; `undefined` when it is not written so. */
export function lineOf(text: string, nodeId: string | undefined): number | undefined {
  if (nodeId === undefined) return undefined
  const id = nodeId.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const drawn = new RegExp(String.raw`(?<![\w-])${id}(?:@\{|[[({>]|:::)`)
  const named = new RegExp(String.raw`(?<![\w-])${id}(?![\w-])`)
  const lines = text.split('\n')
  for (const form of [drawn, named]) {
    const at = lines.findIndex((line) => form.test(line))
    if (at >= 0) return at + 1
  }
  return undefined
}

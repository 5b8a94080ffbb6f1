/** `loadbearing diff`: what changed between two designs, whatever formats they are in. */
import { judgeDesign } from '#shared/checker/judge-document.ts'
import { describeDiff } from '#shared/review/describe-diff.ts'
import { diffDesigns } from '#shared/review/diff-designs.ts'
import { diffFindings } from '#shared/review/finding-changes.ts'
import { printDiffMarkdown, printDiffText, type DiffReport } from '#shared/review/print-diff.ts'
import type { Input } from './input.ts'
import { readInput, standardInput } from './read-input.ts'
import { readBench, type Bench } from '#server/services/policy/bench.ts'
import { UsageError } from './usage.ts'

export const diffFormats = ['text', 'json', 'markdown'] as const
export type DiffFormat = (typeof diffFormats)[number]

export interface DiffCall {
  /** Paths; `-` reads standard input, once. */
  readonly before: string
  readonly after: string
  readonly format: DiffFormat
  /** Whether the judges' difference is wanted, and by which policy they judge. */
  readonly findings: { readonly config: string | undefined; readonly today: string } | undefined
}

export interface DiffOutcome {
  readonly output: string
  /** For standard error. */
  readonly remarks: readonly string[]
  readonly exitCode: 0 | 1 | 2
}

/** Throws `UsageError` for a file that cannot be read as a design. */
export async function diff(call: DiffCall): Promise<DiffOutcome> {
  if (call.before === '-' && call.after === '-') {
    throw new UsageError('Only one of both designs can come from standard input.')
  }
  const [before, after] = [await readDesign(call.before), await readDesign(call.after)]
  const places = { before: before.geometry, after: after.geometry }
  const difference = diffDesigns(before.design, after.design, places)
  const entries = describeDiff(difference, before.design, after.design)
  const bench = call.findings === undefined ? undefined : await readBench(call.findings.config)
  const judge = ({ design }: Input, { policy, rules }: Bench) =>
    judgeDesign(design, { policy, rules, today: call.findings?.today ?? '' }).findings
  const judged =
    bench === undefined
      ? {}
      : { findings: diffFindings(judge(before, bench), judge(after, bench), difference) }
  const report = { entries, moved: difference.moves.length, ...judged }
  return {
    output: print(report, [before, after], call.format),
    remarks: bench?.remarks ?? [],
    exitCode: bench?.isWhole === false ? 2 : entries.length === 0 ? 0 : 1,
  }
}

async function readDesign(name: string): Promise<Input> {
  const input = await readInput(name === '-' ? standardInput : name)
  const broken = input.problems.find(({ severity }) => severity === 'error')
  if (broken === undefined) return input
  throw new UsageError(`${input.file}:${broken.line}:${broken.column}: ${broken.message}`)
}

function print(report: DiffReport, files: readonly [Input, Input], format: DiffFormat): string {
  switch (format) {
    case 'text':
      return printDiffText(report)
    case 'markdown':
      return printDiffMarkdown(report)
    case 'json':
      return `${JSON.stringify(plain(report, files), null, 2)}\n`
    default:
      return format satisfies never
  }
}

function plain({ findings, ...report }: DiffReport, [before, after]: readonly [Input, Input]) {
  const said = { before: before.file, after: after.file, ...report }
  if (findings === undefined) return said
  const { appeared, vanished, changed } = findings
  const short = ({ id, rule, severity, message, nodes, edges }: (typeof appeared)[number]) => {
    return { id, rule, severity, message, nodes, edges }
  }
  return {
    ...said,
    findings: {
      appeared: appeared.map(short),
      vanished: vanished.map(short),
      changed: changed.map(({ from, to }) => ({ from: short(from), to: short(to) })),
    },
  }
}

/** `loadbearing check`: judges every file, prints what was found, and answers the exit code. */
import { judgeDesign, nothingJudged } from '#shared/checker/judge-document.ts'
import { severities, type Severity } from '#shared/checker/define-rule.ts'
import { printJson } from './print-json.ts'
import { printSarif } from './print-sarif.ts'
import { printText } from './print-text.ts'
import type { Input } from './input.ts'
import { findFiles, readInput } from './read-input.ts'
import { readBench, type Bench } from '#server/services/policy/bench.ts'
import type { JudgedFile } from './judged-file.ts'

export const checkFormats = ['text', 'json', 'sarif'] as const
export type CheckFormat = (typeof checkFormats)[number]

const printers = { text: printText, json: printJson, sarif: printSarif } as const

export interface CheckCall {
  readonly names: readonly string[]
  readonly format: CheckFormat
  /** `undefined`: the policy decides, else `error`. */
  readonly failOn: Severity | 'never' | undefined
  /** Path of the policy, if there is one. */
  readonly config: string | undefined
  /** A day such as 2026-11-20. */
  readonly today: string
  readonly hasColors: boolean
}

export interface CheckOutcome {
  readonly output: string
  /** For standard error: what is odd and stops nothing. */
  readonly remarks: readonly string[]
  readonly exitCode: 0 | 1 | 2
}

export async function check(call: CheckCall): Promise<CheckOutcome> {
  const bench = await readBench(call.config)
  const files: JudgedFile[] = []
  for (const name of await findFiles(call.names)) {
    files.push(judge(await readInput(name), bench, call.today))
  }
  const failOn = call.failOn ?? bench.policy.failOn ?? 'error'
  const exitCode = bench.isWhole ? exitCodeOf(files, failOn) : 2
  const options = { ...bench, exitCode, hasColors: call.hasColors }
  return { output: printers[call.format](files, options), remarks: bench.remarks, exitCode }
}

function judge(input: Input, { policy, rules }: Bench, today: string): JudgedFile {
  const isBroken = input.problems.some(({ severity }) => severity === 'error')
  const judged = isBroken ? nothingJudged : judgeDesign(input.design, { policy, rules, today })
  return { ...input, ...judged, isBroken }
}

function exitCodeOf(files: readonly JudgedFile[], failOn: Severity | 'never'): 0 | 1 | 2 {
  if (files.some(({ isBroken, failures }) => isBroken || failures.length > 0)) return 2
  if (failOn === 'never') return 0
  const limit = severities.indexOf(failOn)
  const fails = files.some(({ findings }) =>
    findings.some(({ severity }) => severities.indexOf(severity) <= limit),
  )
  return fails ? 1 : 0
}

/** The answer for people: file by file, what weighs most first, and a summary at the end. */
import { styleText } from 'node:util'
import { severities, type Finding, type Severity } from '#shared/checker/define-rule.ts'
import type { JudgedFile, PrintOptions } from './judged-file.ts'
import { lineOfFinding } from './line-of-finding.ts'

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

const severityStyles = {
  error: 'red',
  warning: 'yellow',
  suggestion: 'blue',
  info: 'gray',
} as const

export function printText(
  files: readonly JudgedFile[],
  { hasColors }: Pick<PrintOptions, 'hasColors'>,
): string {
  const paint: Paint = hasColors ? styleText : (_, text) => text
  const blocks = files.map((file) => blockOf(file, paint))
  return `${[...blocks, summaryOf(files)].join('\n\n')}\n`
}

function blockOf(file: JudgedFile, paint: Paint): string {
  const score = file.score.percent === undefined ? '' : `  ${file.score.percent} %`
  const head = `${paint('underline', file.file)}${score}`
  const lines = [
    ...file.problems.map(({ severity, line, column, message }) => {
      const name = severity === 'error' ? paint('red', 'unreadable') : paint('gray', 'note')
      return `  ${name} ${line}:${column}  ${message}`
    }),
    ...file.findings.flatMap((finding) => findingLines(finding, file, paint)),
    ...file.waived.map(({ finding, waiver }) =>
      paint('gray', `  waived ${finding.rule}  ${finding.message} (${waiver.reason})`),
    ),
    ...file.expired.map(
      ({ rule, expires = '' }) => `  The waiver for ${rule} ended on ${expires}.`,
    ),
    ...file.failures.map(({ rule, message }) => `  The rule ${rule} broke: ${message}`),
    ...notJudged(file, paint),
  ]
  if (lines.length === 0) lines.push(paint('green', '  Nothing found.'))
  return [head, ...lines].join('\n')
}

function findingLines(finding: Finding, file: JudgedFile, paint: Paint): string[] {
  const { severity, rule, message, fix } = finding
  const line = lineOfFinding(finding, file)
  const place = line === undefined ? '' : ` (line ${line})`
  return [
    `  ${paint(severityStyles[severity], severity)}  ${message}${place}  ${paint('gray', rule)}`,
    paint('gray', `      Consider: ${fix}`),
  ]
}

function notJudged({ notJudged: missing }: JudgedFile, paint: Paint): string[] {
  if (missing.length === 0) return []
  return [paint('gray', `  Not judged, since nothing is said about it: ${missing.join(', ')}.`)]
}

function summaryOf(files: readonly JudgedFile[]): string {
  const findings = files.flatMap((file) => file.findings)
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [counted(count, nameOf(severity))]
  })
  const broken = files.filter(({ isBroken }) => isBroken).length
  if (broken > 0) counts.push(`${counted(broken, 'file')} unreadable`)
  return `${counted(files.length, 'file')}: ${counts.length === 0 ? 'nothing found' : counts.join(', ')}.`
}

function nameOf(severity: Severity): string {
  return severity === 'info' ? 'remark' : severity
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** A difference as people read it: for a terminal, and as Markdown for a request to change something. */
import type { DiffEntry, Nature } from './diff-entry.ts'
import type { FindingsDiff } from './finding-changes.ts'

export interface DiffReport {
  readonly entries: readonly DiffEntry[]
  /** How many things have merely been moved. */
  readonly moved: number
  /** Absent when nobody asked the judges. */
  readonly findings?: FindingsDiff
}

const nothing = 'No structural difference.'
const signs: Partial<Readonly<Record<Nature, string>>> = { added: '+', removed: '-' }

/** Ends with a line break. */
export function printDiffText(report: DiffReport): string {
  const chapters = chaptersOf(report.entries).map(([chapter, entries]) => {
    const lines = entries.map((entry) => {
      const sign = signs[entry.natures[0] ?? 'changed'] ?? '~'
      return `  ${sign} ${withDetails(oneLine(entry.title), entry.details)}`
    })
    return [chapter, ...lines].join('\n')
  })
  const judged = findingLines(report.findings).map(
    ({ sign, severity, text }) => `  ${sign} ${severity}  ${oneLine(text)}`,
  )
  const findings = judged.length === 0 ? [] : [['Findings', ...judged].join('\n')]
  return `${[...chapters, ...findings, ...summaryOf(report)].join('\n\n')}\n`
}

/** Ends with a line break. Labels cannot become Markdown of their own. */
export function printDiffMarkdown(report: DiffReport): string {
  const chapters = chaptersOf(report.entries).map(([chapter, entries]) => {
    const lines = entries.map(({ natures, title, details }) => {
      return `- **${natures.join(', ')}** ${withDetails(escaped(title), details.map(escaped))}`
    })
    return [`### ${chapter}`, '', ...lines].join('\n')
  })
  const judged = findingLines(report.findings).map(
    ({ what, severity, rule, text }) => `- **${what}** ${severity}: ${escaped(text)} (\`${rule}\`)`,
  )
  const findings = judged.length === 0 ? [] : [['### Findings', '', ...judged].join('\n')]
  return `${[...chapters, ...findings, ...summaryOf(report)].join('\n\n')}\n`
}

type Chapter = DiffEntry['chapter']

function chaptersOf(
  entries: readonly DiffEntry[],
): readonly (readonly [Chapter, readonly DiffEntry[]])[] {
  const names = [...new Set(entries.map(({ chapter }) => chapter))]
  return names.map((name) => [name, entries.filter(({ chapter }) => chapter === name)] as const)
}

function withDetails(title: string, details: readonly string[]): string {
  return details.length === 0 ? title : `${title}: ${details.join('; ')}`
}

interface FindingLine {
  readonly sign: string
  readonly what: string
  readonly severity: string
  readonly rule: string
  readonly text: string
}

function findingLines(findings: FindingsDiff | undefined): readonly FindingLine[] {
  if (findings === undefined) return []
  const line = (sign: string, what: string) => (one: FindingsDiff['appeared'][number]) => ({
    sign,
    what,
    severity: one.severity,
    rule: one.rule,
    text: one.message,
  })
  return [
    ...findings.appeared.map(line('+', 'appeared')),
    ...findings.vanished.map(line('-', 'vanished')),
    ...findings.changed.map(({ from, to }) => ({
      ...line('~', 'changed')(to),
      severity: from.severity === to.severity ? to.severity : `${from.severity} → ${to.severity}`,
    })),
  ]
}

function summaryOf({ entries, moved }: DiffReport): readonly string[] {
  const count = (test: (natures: readonly Nature[]) => boolean) =>
    entries.filter(({ natures }) => test(natures)).length
  const [added, removed] = [
    count((all) => all.includes('added')),
    count((all) => all.includes('removed')),
  ]
  const changed = entries.length - added - removed
  const said =
    entries.length === 0 ? nothing : `${added} added, ${removed} removed, ${changed} changed.`
  return moved === 0 ? [said] : [`${said} Moved on the board alone: ${moved}.`]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|~#&]/g, (mark) => `\\${mark}`)
}

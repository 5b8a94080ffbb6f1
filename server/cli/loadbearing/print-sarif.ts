/** SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif'
import type { Finding, Rule, Severity } from '#shared/checker/define-rule.ts'
import { lineOf, type JudgedFile, type PrintOptions } from './judged-file.ts'
import { standardInput } from './read-input.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
  info: 'none',
}

export function printSarif(files: readonly JudgedFile[], { rules }: PrintOptions): string {
  const order = new Map(rules.map(({ id }, at) => [id, at]))
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Loadbearing', rules: rules.map(descriptorOf) } },
        invocations: [
          {
            executionSuccessful: files.every(({ isBroken }) => !isBroken),
            toolExecutionNotifications: files.flatMap(notificationsOf),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, order)),
        columnKind: 'utf16CodeUnits',
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptorOf({ id, title, category, why, fix }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\nConsider: ${fix}` },
    properties: { tags: [category] },
  }
}

function resultsOf(file: JudgedFile, order: ReadonlyMap<string, number>): Result[] {
  const found = file.findings.map((finding) => resultOf(file, finding, order))
  const waived = file.waived.map(({ finding, waiver }): Result => ({
    ...resultOf(file, finding, order),
    suppressions: [{ kind: 'external', status: 'accepted', justification: waiver.reason }],
  }))
  return [...found, ...waived]
}

function resultOf(file: JudgedFile, finding: Finding, order: ReadonlyMap<string, number>): Result {
  const { id, rule, severity, message, fix, nodes, edges } = finding
  return {
    ruleId: rule,
    ruleIndex: order.get(rule) ?? -1,
    level: levels[severity],
    message: { text: `${message} Consider: ${fix}` },
    locations: [locationOf(file, lineOf(file.text, nodes[0] ?? edges[0]), nodes)],
    partialFingerprints: { 'loadbearing/v1': id },
  }
}

function locationOf(
  { file }: JudgedFile,
  line: number | undefined,
  nodes: readonly string[],
): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: line ?? 1 },
    },
    logicalLocations: nodes.map((name) => ({ name, kind: 'element' })),
  }
}

function notificationsOf(file: JudgedFile): Notification[] {
  return file.problems.map(({ severity, line, column, message }): Notification => ({
    level: severity === 'error' ? 'error' : 'note',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file.file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }))
}

function uriOf(file: string): string {
  return file === standardInput ? 'stdin' : file.split('/').map(encodeURIComponent).join('/')
}

/** SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */
import type { Location, Log, Notification, Result, Run } from 'sarif'
import type { Finding } from '#shared/checker/define-rule.ts'
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JudgedFile, PrintOptions } from './judged-file.ts'
import { lineOfFinding } from './line-of-finding.ts'
import { standardInput } from './read-input.ts'
import { sarifLevels, sarifRule } from './sarif-rule.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
/** Paths count from where the command ran; where that was is nobody's business. */
const root = '%SRCROOT%'

export function printSarif(files: readonly JudgedFile[], options: PrintOptions): string {
  const log: Log = { $schema: schema, version: '2.1.0', runs: [runOf(files, options)] }
  return `${JSON.stringify(log, null, 2)}\n`
}

function runOf(files: readonly JudgedFile[], options: PrintOptions): Run {
  const { rules, policy, remarks, exitCode } = options
  const order = new Map(rules.map(({ id }, at) => [id, at]))
  return {
    tool: {
      driver: { name: 'Loadbearing', rules: rules.map((rule) => sarifRule(rule, policy)) },
    },
    invocations: [
      {
        executionSuccessful: exitCode !== 2,
        exitCode,
        toolExecutionNotifications: files.flatMap((file) => [
          ...problemsOf(file),
          ...failuresOf(file, order),
        ]),
        toolConfigurationNotifications: remarks.map((text) => ({
          level: 'warning',
          message: { text },
        })),
      },
    ],
    originalUriBaseIds: {
      [root]: { description: { text: 'The folder in which the command ran.' } },
    },
    results: files.flatMap((file) => resultsOf(file, order)),
    columnKind: 'utf16CodeUnits',
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
  const { id, rule, severity, message, fix } = finding
  return {
    ruleId: rule,
    ruleIndex: order.get(rule) ?? -1,
    kind: severity === 'info' ? 'informational' : 'fail',
    level: sarifLevels[severity],
    message: { text: `${message} Consider: ${fix}` },
    locations: [locationOf(file, finding)],
    partialFingerprints: { 'loadbearing/v1': id },
  }
}

function locationOf(file: JudgedFile, finding: Finding): Location {
  const { nodes } = finding
  const line = lineOfFinding(finding, file) ?? 1
  const drawn = nodes.map((name) => ({ name, kind: 'element' }))
  return {
    physicalLocation: { artifactLocation: artifactOf(file.file), region: { startLine: line } },
    ...(drawn.length === 0 ? {} : { logicalLocations: drawn }),
  }
}

function problemsOf({ file, problems }: JudgedFile): Notification[] {
  return problems.map(({ severity, line, column, message }): Notification => {
    const region = { startLine: line, startColumn: column }
    return {
      level: severity === 'error' ? 'error' : 'note',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifactOf(file), region } }],
    }
  })
}

function failuresOf(
  { file, failures }: JudgedFile,
  order: ReadonlyMap<string, number>,
): Notification[] {
  return failures.map(({ rule, message }): Notification => ({
    level: 'error',
    message: { text: `The rule ${rule} broke: ${message}` },
    associatedRule: { id: rule, index: order.get(rule) ?? -1 },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
  }))
}

function artifactOf(file: string) {
  if (file === standardInput) return { uri: 'stdin', uriBaseId: root }
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href }
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: root }
}

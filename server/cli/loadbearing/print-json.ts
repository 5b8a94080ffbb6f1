/** The answer for programs (architecture, "Formats"); `POST /api/check` answers the same. */
import type { Finding } from '#shared/checker/define-rule.ts'
import type { JudgedFile } from './judged-file.ts'

export function printJson(files: readonly JudgedFile[]): string {
  return `${JSON.stringify({ files: files.map(jsonOf) }, null, 2)}\n`
}

function jsonOf(file: JudgedFile) {
  return {
    file: file.file,
    title: file.title,
    score: file.score.percent ?? null,
    categories: file.score.categories,
    notJudged: file.notJudged,
    findings: file.findings.map(findingOf),
    waived: file.waived.map(({ finding, waiver }) => ({ ...findingOf(finding), waiver })),
    expired: file.expired,
    problems: file.problems,
    failures: file.failures,
  }
}

function findingOf(finding: Finding) {
  const { id, rule, severity, category, title, message, why, fix, question } = finding
  const { nodes, edges, answers } = finding
  return { id, rule, severity, category, title, message, why, fix, question, nodes, edges, answers }
}

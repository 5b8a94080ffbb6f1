/** The answer for programs; `POST /api/check` answers the same. */
import { judgementJson } from '#shared/checker/judgement-json.ts'
import type { JudgedFile } from './judged-file.ts'

export function printJson(files: readonly JudgedFile[]): string {
  return `${JSON.stringify({ files: files.map(judgementJson) }, null, 2)}\n`
}

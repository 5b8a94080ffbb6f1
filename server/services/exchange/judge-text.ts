/** Judges or reads a text that somebody sent. Runs in the worker: a long one takes a while. */
import { judgeDocument } from '#shared/checker/judge-document.ts'
import { judgementJson, type JudgementJson } from '#shared/checker/judgement-json.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { JudgeJob, UnderstandJob, Understood } from './jobs.ts'

export function judgeText({ file, text, today }: JudgeJob): JudgementJson {
  return judgementJson({ ...judgeDocument(text, { today }), file })
}

export function understandText({ text }: UnderstandJob): Understood {
  const { design, problems } = parseDesignDocument(text)
  return { graph: design.graph, problems }
}

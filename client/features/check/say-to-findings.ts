import type { Finding } from '#shared/checker/define-rule.ts'
import type { FindingActName } from '#shared/live.ts'
import { answerFinding } from '#client/lib/requests.ts'

export const longestReason = 2_000
/** As the server takes it; a finding that speaks of more is still told from others. */
const longestSubject = 240

/** One after the other, so that what was refused is the rest of them. */
export async function sayToFindings(
  boardId: string,
  findings: readonly Finding[],
  { act, text }: { readonly act: FindingActName; readonly text: string },
): Promise<void> {
  for (const { id, rule, title, message, evidenceHash } of findings) {
    const on = message.slice(0, longestSubject)
    await answerFinding(boardId, id, { act, rule, title, on, evidenceHash, text })
  }
}

/** A rule of a pack, held so that it cannot stop the others: neither by its answer nor by never giving one. */
import { createContext, Script } from 'node:vm'
import { z } from 'zod'
import { sectionIds } from '#shared/design/answers.ts'
import type { CheckContext, Observation, Rule } from '#shared/checker/define-rule.ts'
import type { PackLimits } from './pack-limits.ts'

/** Milliseconds that rules of packs took with a design so far. */
const spent = new WeakMap<CheckContext, number>()

const ids = z.array(z.string())
const observations = z.array(
  z.object({
    subject: ids.min(1),
    severity: z.enum(['error', 'warning', 'suggestion']),
    message: z.string().trim().min(1),
    evidence: z.record(z.string(), z.unknown()).transform(asJson),
    nodes: ids.optional(),
    edges: ids.optional(),
    answers: z.array(z.enum(sectionIds)).optional(),
  }),
)

/** Its `check` throws an error for people where the pack's breaks; `placeOf` names the line, if it can. */
export function packRule(
  rule: Rule,
  limits: PackLimits,
  placeOf: (error: unknown) => string,
): Rule {
  const held = <T>(context: CheckContext, ask: () => T): T => {
    const before = spent.get(context) ?? 0
    const begun = performance.now()
    try {
      return within(Math.min(limits.rule, limits.together - before), ask)
    } catch (error) {
      const what = `${messageOf(error)} (${placeOf(error)})`
      throw new Error(`${what}. Mend it, or turn the rule off in the policy.`, { cause: error })
    } finally {
      spent.set(context, before + performance.now() - begun)
    }
  }
  return {
    ...rule,
    check: (context) => held(context, () => read(rule.check(context))),
    ...(rule.appliesTo === undefined
      ? {}
      : { appliesTo: (context) => held(context, () => rule.appliesTo?.(context) ?? true) }),
  }
}

/** Evidence is kept, hashed and handed on: what JSON does not hold is no part of it. */
function asJson(evidence: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: unknown = JSON.parse(JSON.stringify(evidence))
  return typeof plain === 'object' && plain !== null ? { ...plain } : {}
}

function read(answer: unknown): readonly Observation[] {
  const result = observations.safeParse(answer)
  if (result.success) return result.data.map(withoutAbsent)
  const [issue] = result.error.issues
  const place = issue === undefined || issue.path.length === 0 ? 'all' : issue.path.join('.')
  throw new Error(`its check answers no list of observations; at ${place}: ${issue?.message ?? ''}`)
}

function withoutAbsent({ nodes, edges, answers, ...said }: z.infer<typeof observations>[number]) {
  return {
    ...said,
    ...(nodes === undefined ? {} : { nodes }),
    ...(edges === undefined ? {} : { edges }),
    ...(answers === undefined ? {} : { answers }),
  }
}

/** Made once: a room of its own for every call would take longer than most rules do. */
const room: { run: () => void } = { run: () => undefined }
createContext(room)
const call = new Script('run()')

/** Node can end a loop from outside only where a script began it. */
function within<T>(longest: number, ask: () => T): T {
  if (longest <= 0) throw new Error('it was not asked, since the rules of packs took too long')
  const timeout = Math.ceil(Math.min(longest, 60_000))
  const answers: T[] = []
  const run = () => void answers.push(ask())
  try {
    room.run = run
    call.runInContext(room, { timeout })
  } catch (error) {
    if (!isTimeout(error)) throw error
    throw new Error(`it was stopped after ${Math.round(timeout / 100) / 10} seconds`, {
      cause: error,
    })
  }
  const [answer] = answers
  if (answer === undefined) throw new Error('it answers nothing')
  return answer
}

/** Its error comes from a world of its own, whose `Error` is another one. */
function isTimeout(error: unknown): boolean {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error
  return isCoded && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import {
  checkAnswer,
  checkRequest,
  importAnswer,
  importRequest,
  kindsAnswer,
} from '#shared/judging.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'
import type { JudgingService } from '#server/services/judging-service.ts'
import { defineBodyRoute, defineRoute, type Route } from '../define-route.ts'
import { policyRoutes } from './policy.ts'

/** Designs judged and read without a board: for pipelines, editors and whoever is curious. */
export function judgingRoutes(judging: JudgingService, kinds: readonly Kind[]): readonly Route[] {
  const isPublic = true
  return [
    defineBodyRoute({
      method: 'post',
      path: '/api/check',
      summary: 'Judge a design document or a Mermaid diagram',
      isPublic,
      bodyKind: 'design',
      body: checkRequest,
      answer: checkAnswer,
      handle: async ({ body }) => ({ files: [await judging.judge(body.file, body.text)] }),
    }),
    ...policyRoutes(judging),
    defineBodyRoute({
      method: 'post',
      path: '/api/import/mermaid',
      summary: 'What is understood of a Mermaid diagram: components, connections, boundaries',
      isPublic,
      bodyKind: 'design',
      body: importRequest,
      answer: importAnswer,
      handle: async ({ body }) => {
        const { graph, problems } = await judging.understand(body.text)
        return {
          nodes: [...graph.nodes],
          edges: [...graph.edges],
          groups: [...graph.groups],
          problems: [...problems],
        }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/kinds',
      summary: 'The kinds of component',
      isPublic,
      answer: kindsAnswer,
      handle: async () => ({
        kinds: kinds.map((kind) => ({
          ...kind,
          words: [...kind.words],
          technologies: [...kind.technologies],
        })),
      }),
    }),
  ]
}

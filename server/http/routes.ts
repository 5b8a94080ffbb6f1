/** Every route of the HTTP interface, in the order in which they are tried. */
import { z } from 'zod'
import { kinds } from '#shared/kinds/index.ts'
import type { Services } from '#server/services/create-services.ts'
import { defineRoute, type Route } from './define-route.ts'
import { describeApi } from './openapi.ts'
import { assetRoutes } from './routes/assets.ts'
import { boardFileRoutes } from './routes/board-files.ts'
import { boardRoutes } from './routes/boards.ts'
import { catalogueRoutes, type Catalogue } from './routes/catalogue.ts'
import { commentRoutes } from './routes/comments.ts'
import { findingRoutes } from './routes/findings.ts'
import { joinRoutes } from './routes/join.ts'
import { judgingRoutes } from './routes/judging.ts'
import { linkRoutes } from './routes/links.ts'
import { meRoutes } from './routes/me.ts'
import { memberRoutes } from './routes/members.ts'
import { versionRoutes } from './routes/versions.ts'

export interface ApiParts {
  readonly services: Services
  readonly catalogue: Catalogue
  /** Of the product, for the OpenAPI document. */
  readonly version: string
}

export function listRoutes({ services, catalogue, version }: ApiParts): readonly Route[] {
  const { people, boards, boardFiles, links, comments, findings, versions, assets, judging } =
    services
  const routes = [
    ...meRoutes(people),
    ...boardFileRoutes(boardFiles),
    ...boardRoutes(boards),
    ...memberRoutes(boards),
    ...linkRoutes(links),
    ...joinRoutes(links, people),
    ...commentRoutes(comments),
    ...findingRoutes(findings),
    ...versionRoutes(versions),
    ...assetRoutes(assets),
    ...catalogueRoutes(catalogue),
    ...judgingRoutes(judging, kinds),
  ]
  const openapi: Route = defineRoute({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    isPublic: true,
    answer: z.record(z.string(), z.unknown()),
    handle: async () => describeApi([...routes, openapi], version),
  })
  return [...routes, openapi]
}

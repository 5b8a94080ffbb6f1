/** Puts the services together. */
import { toPublic, type Scenario } from '#shared/scenarios/define-scenario.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type { Storage } from '#server/storage/storage.ts'
import { AssetFiles } from './asset-files.ts'
import { AssetsService } from './assets-service.ts'
import { BoardRoom } from './board-room.ts'
import { BoardsService, type SeedBoard } from './boards-service.ts'
import { BoardFilesService } from './board-files-service.ts'
import { CommentsService } from './comments-service.ts'
import { Exchange } from './exchange/exchange.ts'
import { FindingsService } from './findings-service.ts'
import { JudgingService, type JudgingParts } from './judging-service.ts'
import { LinksService } from './links-service.ts'
import { PeopleService } from './people-service.ts'
import { sweepFiles } from './sweep-files.ts'
import { VersionsService } from './versions-service.ts'

export interface ServiceParts {
  readonly storage: Storage
  readonly live: LiveDocuments
  readonly seedBoard: SeedBoard
  readonly assetsFolder: string
  readonly scenarios: readonly Scenario[]
  readonly judging: JudgingParts
  readonly now: () => number
}

export type Services = ReturnType<typeof createServices>

export function createServices(parts: ServiceParts) {
  const { storage, live, seedBoard, now } = parts
  const room = new BoardRoom(storage, live, now)
  const people = new PeopleService(storage, room, now)
  const files = new AssetFiles(parts.assetsFolder)
  const scenarios = parts.scenarios.map(toPublic)
  const boards = new BoardsService({
    storage,
    live,
    room,
    people,
    seedBoard,
    scenarioTitle: (id) => scenarios.find((scenario) => scenario.id === id)?.title,
    deleteFiles: (ids) => files.delete(ids),
    now,
  })
  const assets = new AssetsService(storage, files, now)
  const exchange = new Exchange()
  const judging = new JudgingService(parts.judging)
  const isScenario = (id: string) => scenarios.some((scenario) => scenario.id === id)
  return {
    people,
    boards,
    links: new LinksService({ storage, live, room, now }),
    comments: new CommentsService(storage, room, people, now),
    findings: new FindingsService(storage, room, people, now),
    versions: new VersionsService({ storage, live, room, people, exchange, now }),
    assets,
    boardFiles: new BoardFilesService({
      storage,
      live,
      room,
      boards,
      assets,
      exchange,
      isScenario,
      now,
    }),
    scenarios,
    /** Removes what no board has any more; answers how many files. */
    sweep: () => sweepFiles(storage, files, now()),
    judging,
    close: async () => {
      await Promise.all([exchange.close(), judging.close()])
    },
  }
}

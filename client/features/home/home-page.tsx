import { useEffect, useState } from 'react'
import type { PublicScenario } from '#shared/api.ts'
import { createBoard, getBoards, getScenarios, importBoard } from '#client/lib/requests.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { useResource } from '#client/lib/use-resource.ts'
import { toast } from '#client/ui/toasts.ts'
import { BoardsList } from './boards-list.tsx'
import { Catalogue } from './catalogue.tsx'
import { Doors, type Purpose } from './doors.tsx'
import css from './home.module.css'
import { HomeHeader } from './home-header.tsx'
import { ImportButton } from './import-button.tsx'
import { ScenarioChooser } from './scenario-chooser.tsx'

interface HomePageProps {
  readonly onOpen: (boardId: string) => void
  readonly onProfile: () => void
}

const loadScenarios = async () => (await getScenarios()).scenarios
const loadBoards = async () => (await getBoards()).boards

export function HomePage({ onOpen, onProfile }: HomePageProps) {
  const [scenarios, reloadScenarios] = useResource(loadScenarios)
  const [boards, reloadBoards] = useResource(loadBoards)
  const [purpose, setPurpose] = useState<Purpose>()
  const [isBusy, open] = useOpening(onOpen)
  useEffect(() => {
    document.title = 'Loadbearing'
  }, [])
  const start = (scenario: PublicScenario, as: Purpose) =>
    open(() => createBoard({ scenario: scenario.id, title: scenario.title, as: seats[as] }))
  const reloadAll = { onReload: reloadScenarios, scenarios, isBusy }
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <HomeHeader onProfile={onProfile} />
        <main>
          <h1 className={css.lead}>
            A shared whiteboard for system design that understands what you draw.
          </h1>
          <Doors
            isBusy={isBusy}
            onChoose={setPurpose}
            onBlank={() => open(() => createBoard({ as: 'interviewer' }))}
          />
          <section className={css.section} aria-labelledby="boards">
            <div className={css.sectionHead}>
              <h2 id="boards">Your boards</h2>
              <ImportButton
                isBusy={isBusy}
                onFile={(file) => open(async () => importBoard(await file.text()))}
              />
            </div>
            <BoardsList
              boards={boards}
              scenarios={scenarios.state === 'ready' ? scenarios.value : []}
              onReload={reloadBoards}
            />
          </section>
          <Catalogue {...reloadAll} onStart={start} />
        </main>
        <footer className={css.foot}>
          <a href="/api-docs">Interface for programs</a>
        </footer>
      </div>
      {purpose !== undefined && (
        <ScenarioChooser
          {...reloadAll}
          purpose={purpose}
          onChoose={(scenario) => start(scenario, purpose)}
          onClose={() => setPurpose(undefined)}
        />
      )}
    </div>
  )
}

/** Alone, one is the candidate. */
const seats = { practise: 'candidate', interview: 'interviewer' } as const

/** Makes a board and goes there; one at a time, and a refusal is said. */
function useOpening(onOpen: (boardId: string) => void) {
  const [isBusy, setBusy] = useState(false)
  const open = (make: () => Promise<{ readonly id: string }>) => {
    setBusy(true)
    make().then(
      ({ id }) => onOpen(id),
      (error: unknown) => {
        setBusy(false)
        toast(sentenceOf(error), 'failed')
      },
    )
  }
  return [isBusy, open] as const
}

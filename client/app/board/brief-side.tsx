import { BriefPanel } from '#client/features/scenario/brief-panel.tsx'
import { Button } from '#client/ui/button.tsx'
import css from './board.module.css'

interface BriefSideProps {
  readonly scenarioId: string | null
  readonly onClose: () => void
}

export function BriefSide({ scenarioId, onClose }: BriefSideProps) {
  return (
    <aside className={`${css.panel} ${css.brief}`} aria-label="Brief">
      <div className={css.panelHead}>
        <h2>Brief</h2>
        <Button look="quiet" small icon="close" aria-label="Close the brief" onClick={onClose} />
      </div>
      <div className={css.panelBody}>
        <BriefPanel scenarioId={scenarioId} />
      </div>
    </aside>
  )
}

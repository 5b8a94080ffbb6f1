import { BriefPanel } from '#client/features/scenario/brief-panel.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
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
        <IconButton small icon="close" label="Close the brief" shortcut="[" onClick={onClose} />
      </div>
      <div className={css.panelBody}>
        <BriefPanel scenarioId={scenarioId} />
      </div>
    </aside>
  )
}

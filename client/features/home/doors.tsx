import { Icon, type IconName } from '#client/ui/icon.tsx'
import css from './home.module.css'

export type Purpose = 'practise' | 'interview'

interface DoorsProps {
  readonly isBusy: boolean
  readonly onChoose: (purpose: Purpose) => void
  readonly onBlank: () => void
}

export function Doors({ isBusy, onChoose, onBlank }: DoorsProps) {
  return (
    <div className={css.doors}>
      <Door
        icon="practise"
        title="Practise"
        text="Pick a scenario, draw your design, and see what it would run into."
        isBusy={isBusy}
        onClick={() => onChoose('practise')}
      />
      <Door
        icon="people"
        title="Hold an interview"
        text="Take the interviewer’s seat and send your partner a link. No accounts."
        isBusy={isBusy}
        onClick={() => onChoose('interview')}
      />
      <Door
        icon="board"
        title="Blank board"
        text="Start drawing at once, alone or together."
        isBusy={isBusy}
        onClick={onBlank}
      />
    </div>
  )
}

interface DoorProps {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly isBusy: boolean
  readonly onClick: () => void
}

function Door({ icon, title, text, isBusy, onClick }: DoorProps) {
  return (
    <button type="button" className={css.door} disabled={isBusy} onClick={onClick}>
      <Icon name={icon} size={22} />
      <span className={css.doorTitle}>{title}</span>
      <span className={css.doorText}>{text}</span>
    </button>
  )
}

import { useMe } from '#client/lib/me.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Button } from '#client/ui/button.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import css from './home.module.css'

export function HomeHeader({ onProfile }: { onProfile: () => void }) {
  const me = useMe((state) => state.me)
  return (
    <header className={css.head}>
      <span className={css.brand}>
        <img src="/icon.svg" alt="" width="26" height="26" />
        Loadbearing
      </span>
      <div className={css.headActions}>
        <ThemeButton />
        {me !== undefined && (
          <Button look="quiet" onClick={onProfile}>
            <Avatar name={me.isNamed ? me.person.name : ''} color={me.person.color} size={22} />
            <span className={css.me}>{me.isNamed ? me.person.name : 'Your name'}</span>
          </Button>
        )}
      </div>
    </header>
  )
}

import { prefer, themes, usePreferences, type Theme } from '#client/lib/preferences.ts'
import { Button } from './button.tsx'

const looks = {
  system: { icon: 'system', words: 'Theme: as the system' },
  light: { icon: 'sun', words: 'Theme: light' },
  dark: { icon: 'moon', words: 'Theme: dark' },
} as const satisfies Record<Theme, { icon: string; words: string }>

/** Goes round system, light and dark. */
export function ThemeButton() {
  const theme = usePreferences((state) => state.theme)
  const { icon, words } = looks[theme]
  return <Button look="quiet" icon={icon} aria-label={words} title={words} onClick={changeTheme} />
}

export function changeTheme(): void {
  const { theme } = usePreferences.getState()
  prefer({ theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system' })
}

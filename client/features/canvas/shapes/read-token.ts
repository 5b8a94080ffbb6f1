/**
 * The value that a colour token has in light or in dark. Exported pictures stand alone, so that they
 * need the colour itself, and they may be exported in the theme that is not on the screen.
 */
export type ReadToken = (token: string) => string

export function createTokenReader(container: HTMLElement, isDark: boolean): ReadToken {
  const known = new Map<string, string>()
  return (token) => {
    const value = known.get(token) ?? resolve(container, token, isDark)
    known.set(token, value)
    return value
  }
}

function resolve(container: HTMLElement, token: string, isDark: boolean): string {
  const probe = document.createElement('span')
  probe.style.colorScheme = isDark ? 'dark' : 'light'
  probe.style.color = `var(${token})`
  container.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

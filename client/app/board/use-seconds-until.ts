import { useEffect, useState } from 'react'

/** Whole seconds until a moment, counted down; undefined when there is none or it has passed. */
export function useSecondsUntil(at: number | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (at === undefined) return undefined
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [at])
  if (at === undefined || at <= now) return undefined
  return Math.ceil((at - now) / 1000)
}

import { useCallback, useEffect, useRef, useState } from 'react'

export type Resource<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

/** Something asked for once, and again on demand. `load` must keep its identity between renders. */
export function useResource<T>(load: () => Promise<T>): readonly [Resource<T>, () => void] {
  const [resource, setResource] = useState<Resource<T>>({ state: 'loading' })
  /** An answer that a later question has overtaken is dropped. */
  const latest = useRef(0)
  const ask = useCallback(() => {
    latest.current += 1
    const mine = latest.current
    const settle = (next: Resource<T>) => {
      if (latest.current === mine) setResource(next)
    }
    load().then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) => settle({ state: 'failed', error }),
    )
  }, [load])
  useEffect(() => {
    ask()
    return () => {
      latest.current += 1
    }
  }, [ask])
  return [resource, ask]
}

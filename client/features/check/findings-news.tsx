import { useEffect, useState } from 'react'
import { Icon } from '#client/ui/icon.tsx'
import css from './check.module.css'
import { settledFindings } from './settled-findings.ts'
import type { Findings } from './use-findings.ts'

/** While somebody draws the count goes up and down; it is said when it rests, in milliseconds. */
const rest = 2000
const shownFor = 6000

/** Says how many findings there are, for those who hear the page. Mount it once a board. */
export function FindingsCount({ count }: { count: number }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(countWords(count)), rest)
    return () => clearTimeout(timer)
  }, [count])
  return <output className="lb-hidden">{said}</output>
}

/** A small sign for a while of what the last change settled. It takes no room from the list. */
export function SettledSign({ found }: { found: Findings }) {
  const [last, setLast] = useState(found)
  const [titles, setTitles] = useState<readonly string[]>([])
  if (last !== found) {
    setLast(found)
    const settled = settledFindings(last, found)
    if (settled.length > 0) setTitles([...new Set(settled.map(({ title }) => title))])
  }
  useEffect(() => {
    if (titles.length === 0) return undefined
    const timer = setTimeout(() => setTitles([]), shownFor)
    return () => clearTimeout(timer)
  }, [titles])
  return (
    <div className={css.settledPlace} role="status">
      {titles.length > 0 && (
        <p className={css.settled}>
          <Icon name="resolve" /> No longer seen: {titles.join('; ')}
        </p>
      )}
    </div>
  )
}

function countWords(count: number): string {
  if (count === 0) return 'No findings'
  return count === 1 ? '1 finding' : `${count} findings`
}

import { useEffect, useRef, useState } from 'react'
import { Badge } from '#client/ui/badge.tsx'
import css from './check.module.css'
import type { FindingActs } from './finding-acts.ts'
import { FindingAdvice } from './finding-advice.tsx'
import type { FindingGroup } from './group-findings.ts'
import { moveRow } from './move-row.ts'
import { SeverityIcon } from './severity-icon.tsx'
import { severityWords } from './severity-words.ts'

interface FindingGroupViewProps {
  readonly group: FindingGroup
  readonly selected: string | undefined
  readonly acts: FindingActs
}

/** What one rule says in many places: the advice once, and every place to go to. */
export function FindingGroupView({ group, selected, acts }: FindingGroupViewProps) {
  const { findings } = group
  const [first] = findings
  const isSelected = findings.some(({ id }) => id === selected)
  const [isWanted, setWanted] = useState(false)
  const isOpen = isWanted || isSelected
  const toggle = () => {
    setWanted(!isOpen)
    if (isSelected) acts.select(undefined)
  }
  return (
    <li className={css.finding} data-open={isOpen}>
      <button
        type="button"
        data-row=""
        className={css.summary}
        aria-expanded={isOpen}
        onClick={toggle}
        onKeyDown={moveRow}
      >
        <SeverityIcon severity={first.severity} size={14} />
        <span>
          <span className="lb-hidden">{severityWords[first.severity]}: </span>
          <span className={css.title}>
            {first.title} <Badge>{findings.length} places</Badge>
          </span>
          {!isOpen && <span className={css.message}>{first.message} And others alike.</span>}
        </span>
      </button>
      {isOpen && (
        <>
          <ul className={css.places} aria-label="Places">
            {findings.map((finding) => (
              <Place
                key={finding.id}
                message={finding.message}
                isSelected={finding.id === selected}
                onClick={() => {
                  setWanted(true)
                  acts.select(finding.id)
                  acts.show([...finding.nodes, ...finding.edges])
                }}
              />
            ))}
          </ul>
          <FindingAdvice findings={findings} acts={acts} />
        </>
      )}
    </li>
  )
}

interface PlaceProps {
  readonly message: string
  readonly isSelected: boolean
  readonly onClick: () => void
}

function Place({ message, isSelected, onClick }: PlaceProps) {
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    <li ref={ref}>
      <button
        type="button"
        data-row=""
        className={css.place}
        aria-pressed={isSelected}
        onClick={onClick}
        onKeyDown={moveRow}
      >
        {message}
      </button>
    </li>
  )
}

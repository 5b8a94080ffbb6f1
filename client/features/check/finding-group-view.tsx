import { useEffect, useRef, useState } from 'react'
import { Badge } from '#client/ui/badge.tsx'
import css from './check.module.css'
import { FindingAdvice, severityWords } from './finding-view.tsx'
import type { FindingGroup } from './group-findings.ts'
import { SeverityIcon } from './severity-icon.tsx'

interface FindingGroupViewProps {
  readonly group: FindingGroup
  readonly selected: string | undefined
  readonly onSelect: (finding: string | undefined) => void
  readonly onShow: (ids: readonly string[]) => void
}

/** What one rule says in many places: the advice once, and every place to go to. */
export function FindingGroupView({ group, selected, onSelect, onShow }: FindingGroupViewProps) {
  const { findings } = group
  const [first] = findings
  const isSelected = findings.some(({ id }) => id === selected)
  const [isWanted, setWanted] = useState(false)
  const isOpen = isWanted || isSelected
  const toggle = () => {
    setWanted(!isOpen)
    if (isSelected) onSelect(undefined)
  }
  return (
    <li className={css.finding} data-open={isOpen}>
      <button type="button" className={css.summary} aria-expanded={isOpen} onClick={toggle}>
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
                  onSelect(finding.id)
                  onShow([...finding.nodes, ...finding.edges])
                }}
              />
            ))}
          </ul>
          <FindingAdvice finding={first} onShow={onShow} shows={findings} />
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
      <button type="button" className={css.place} aria-pressed={isSelected} onClick={onClick}>
        {message}
      </button>
    </li>
  )
}

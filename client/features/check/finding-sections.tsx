import { useState } from 'react'
import { Icon } from '#client/ui/icon.tsx'
import { countSeverities, type FindingSection } from './arrange-findings.ts'
import css from './check.module.css'
import type { FindingActs } from './finding-acts.ts'
import { FindingGroupView } from './finding-group-view.tsx'
import { FindingView } from './finding-view.tsx'
import { groupFindings } from './group-findings.ts'
import { moveRow } from './move-row.ts'
import { severityWords } from './severity-words.ts'
import { SeverityIcon } from './severity-icon.tsx'

interface FindingSectionsProps {
  readonly sections: readonly FindingSection[]
  readonly selected: string | undefined
  readonly acts: FindingActs
}

/** As many findings as are read without folding; of more, only the first section is open. */
const mostUnfolded = 10

/** Findings under heads that fold. Arrow keys go from row to row. */
export function FindingSections({ sections, selected, acts }: FindingSectionsProps) {
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const count = sections.reduce((sum, { findings }) => sum + findings.length, 0)
  return (
    <div data-rows="">
      {sections.map((section, index) => {
        const isHere = section.findings.some(({ id }) => id === selected)
        const isOpenAtFirst = index === 0 || count <= mostUnfolded
        const isOpen = isHere || (wanted.get(section.key) ?? isOpenAtFirst)
        const toggle = () => {
          setWanted(new Map(wanted).set(section.key, !isOpen))
          if (isHere) acts.select(undefined)
        }
        return (
          <Section key={section.key} {...{ section, isOpen, selected, acts }} onToggle={toggle} />
        )
      })}
    </div>
  )
}

interface SectionProps extends Omit<FindingSectionsProps, 'sections'> {
  readonly section: FindingSection
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Section({ section, isOpen, selected, acts, onToggle }: SectionProps) {
  const { title, findings } = section
  return (
    <section className={css.group} aria-label={title}>
      <h2>
        <button
          type="button"
          data-row=""
          className={css.groupTitle}
          aria-expanded={isOpen}
          onClick={onToggle}
          onKeyDown={moveRow}
        >
          <span className={css.fold} data-open={isOpen}>
            <Icon name="down" size={12} />
          </span>
          <span className={css.groupName}>{title}</span>
          {countSeverities(findings).map(({ severity, count }) => (
            <span key={severity} className={css.groupCount}>
              <SeverityIcon severity={severity} size={10} />
              <span className="lb-hidden">{severityWords[severity]}: </span>
              <span className="lb-number">{count}</span>
            </span>
          ))}
        </button>
      </h2>
      {isOpen && (
        <ul>
          {groupFindings(findings).map((group) =>
            group.findings.length === 1 ? (
              <FindingView
                key={group.key}
                finding={group.findings[0]}
                isOpen={group.key === selected}
                acts={acts}
              />
            ) : (
              <FindingGroupView key={group.key} {...{ group, selected, acts }} />
            ),
          )}
        </ul>
      )}
    </section>
  )
}

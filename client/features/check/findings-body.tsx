import { useState } from 'react'
import type { Finding, Severity } from '#shared/checker/define-rule.ts'
import { emptyGraph } from '#shared/design/design.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { phoneQuery, useMedia } from '#client/lib/use-media.ts'
import { AnsweredFindings } from './answered-findings.tsx'
import { arrangeFindings } from './arrange-findings.ts'
import type { FindingActs } from './finding-acts.ts'
import { FindingSections } from './finding-sections.tsx'
import type { FindingsPanelProps } from './findings-panel-props.ts'
import { FindingsToolbar } from './findings-toolbar.tsx'
import { useChangeSinceLastLook } from './last-look.ts'
import { sayToFindings } from './say-to-findings.ts'
import { ScoreView } from './score-view.tsx'

/** So many are seen at once, and nobody needs to be told which weigh most. */
const fewFindings = 4

/** What was judged: the score, what is open under heads, and what somebody answered. */
export function FindingsBody(props: FindingsPanelProps) {
  const { scope, found, sorted, selected, onSelect, onShow } = props
  const isPhone = useMedia(phoneQuery)
  // On a phone's sheet the whole score would hide the findings.
  const { showsScore = !isPhone, findingsBy } = usePreferences()
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const change = useChangeSinceLastLook(scope.boardId, found.score)
  const { graph = emptyGraph, score, notJudged } = found
  // What somebody was sent to is shown, whatever is filtered.
  const shown = sorted.open.filter(({ id, severity }) => !hidden.has(severity) || id === selected)
  const isOpen = new Set(sorted.open.map(({ id }) => id))
  const acts: FindingActs = {
    select: onSelect,
    show: onShow,
    may: scope.may,
    say: async (findings, act, text) => {
      if (!(await scope.ensureNamed())) return
      await sayToFindings(scope.boardId, findings, { act, text })
      onSelect(undefined)
    },
    threadOf: (id) => scope.threads.get(id),
    me: scope.me,
    isPacked: (rule) => found.packRules.includes(rule),
  }
  const goTo = ({ id, nodes, edges }: Finding) => {
    onSelect(id)
    if (nodes.length > 0) onShow([...nodes, ...edges])
  }
  return (
    <>
      <ScoreView
        {...{ score, change, notJudged }}
        heaviest={
          isOpen.size > fewFindings ? score.heaviest.filter(({ id }) => isOpen.has(id)) : []
        }
        isOpen={showsScore}
        onToggle={(isScoreOpen) => prefer({ showsScore: isScoreOpen })}
        onSelect={goTo}
      />
      {sorted.open.length > 0 && (
        <FindingsToolbar
          findings={sorted.open}
          by={findingsBy}
          onBy={(by) => prefer({ findingsBy: by })}
          hidden={hidden}
          onHidden={setHidden}
        />
      )}
      <FindingSections
        key={findingsBy}
        sections={arrangeFindings(shown, findingsBy, graph)}
        {...{ selected, acts }}
      />
      <AnsweredFindings answered={sorted.answered} waived={sorted.waived} acts={acts} />
    </>
  )
}

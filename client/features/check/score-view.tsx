import type { Finding } from '#shared/checker/define-rule.ts'
import type { ScoreChange } from '#shared/checker/score-change.ts'
import type { Score } from '#shared/checker/score.ts'
import { Icon } from '#client/ui/icon.tsx'
import { categoryTitles } from './category-titles.ts'
import css from './score.module.css'
import { SeverityIcon } from './severity-icon.tsx'
import { severityWords } from './severity-words.ts'

interface ScoreViewProps {
  readonly score: Score
  readonly change: ScoreChange | undefined
  readonly notJudged: readonly string[]
  /** What weighs most and is still open; none where all that is open is in sight anyway. */
  readonly heaviest: readonly Finding[]
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly onSelect: (finding: Finding) => void
}

/** How far the design has come: one number, and on request where it comes from. */
export function ScoreView(props: ScoreViewProps) {
  const { score, change, notJudged, isOpen, onToggle } = props
  if (score.percent === undefined) return null
  return (
    <section className={css.score} aria-label="Score">
      <button
        type="button"
        className={css.head}
        aria-expanded={isOpen}
        onClick={() => onToggle(!isOpen)}
      >
        <span>
          <strong className={css.percent}>{score.percent}</strong> of 100
        </span>
        <Change points={change?.percent} />
        {score.isMastered && notJudged.length === 0 && (
          <span className={css.mastered}>
            <Icon name="resolve" size={13} /> Holds up
          </span>
        )}
        <span className={css.fold} data-open={isOpen}>
          <Icon name="down" size={14} />
        </span>
      </button>
      {isOpen && <Details {...props} />}
    </section>
  )
}

function Details({ score, change, notJudged, heaviest, onSelect }: ScoreViewProps) {
  const points = new Map(change?.categories.map((one) => [one.category, one.percent]))
  return (
    <>
      <dl className={css.bars}>
        {score.categories.map(({ category, percent, passed, applicable }) => (
          <div key={category} className={css.bar} title={`${passed} of ${applicable} rules pass`}>
            <dt>{categoryTitles[category]}</dt>
            <dd>
              <Change points={points.get(category)} isShort />
              <span className={css.track} aria-hidden="true">
                <span style={{ inlineSize: `${percent}%` }} />
              </span>
              <span className="lb-number">{percent}</span>
            </dd>
          </div>
        ))}
      </dl>
      {heaviest.length > 0 && (
        <div className={css.heaviest} role="group" aria-label="What weighs most">
          <p>What weighs most</p>
          {heaviest.map((finding) => (
            <button key={finding.id} type="button" onClick={() => onSelect(finding)}>
              <SeverityIcon severity={finding.severity} />
              <span>
                <span className="lb-hidden">{severityWords[finding.severity]}: </span>
                {finding.title}
              </span>
            </button>
          ))}
        </div>
      )}
      {notJudged.length > 0 && (
        <details className={css.notJudged}>
          <summary>Judged by its drawing alone</summary>
          <p>Nobody wrote down: {notJudged.join(', ')}. What they lack is not counted.</p>
        </details>
      )}
    </>
  )
}

function Change({ points, isShort = false }: { points: number | undefined; isShort?: boolean }) {
  if (points === undefined || points === 0) return null
  const isBetter = points > 0
  return (
    <span className={css.change} data-better={isBetter}>
      <span aria-hidden="true">{isBetter ? '▴' : '▾'}</span>
      <span className="lb-hidden">{isBetter ? 'up' : 'down'} </span>
      <span className="lb-number">{Math.abs(points)}</span>
      <span className={isShort ? 'lb-hidden' : undefined}> since your last look</span>
    </span>
  )
}

import type { Nature } from '#shared/review/diff-entry.ts'
import type { Comparison } from './compare-records.ts'
import css from './history.module.css'

/** Told by the sign and the word, not by colour alone. */
const signs: Partial<Readonly<Record<Nature, string>>> = { added: '+', removed: '−' }

export function DifferenceList({ comparison }: { readonly comparison: Comparison }) {
  const { entries, moved } = comparison
  const chapters = [...new Set(entries.map(({ chapter }) => chapter))]
  return (
    <>
      {entries.length === 0 && <p>Nothing of the design has changed.</p>}
      {chapters.map((chapter) => (
        <div key={chapter}>
          <h4>{chapter}</h4>
          <ul className={css.entries}>
            {entries
              .filter((entry) => entry.chapter === chapter)
              .map(({ natures: [nature = 'changed'], earlierId, laterId, title, details }) => (
                <li
                  key={`${nature} ${earlierId ?? ''} ${laterId ?? ''} ${title}`}
                  data-nature={nature}
                >
                  <span className={css.sign} aria-hidden="true">
                    {signs[nature] ?? '~'}
                  </span>
                  <span>
                    <span className="lb-hidden">{nature}: </span>
                    {title}
                    {details.length > 0 && (
                      <span className={css.quiet}> {details.join(' · ')}</span>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {moved > 0 && (
        <p className={css.quiet}>
          {moved === 1 ? 'One thing was' : `${moved} things were`} only moved.
        </p>
      )}
    </>
  )
}

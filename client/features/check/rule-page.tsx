import { useEffect } from 'react'
import type { Rule } from '#shared/checker/define-rule.ts'
import { exampleGraph } from '#shared/checker/example-graph.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { categoryTitles } from './category-titles.ts'
import { CopyButton } from './copy-button.tsx'
import { ExampleDrawing } from './example-drawing.tsx'
import { RulesFrame } from './rules-frame.tsx'
import css from './rules.module.css'

/** One rule as a page: why, what to consider, and designs with and without what it looks for. */
export function RulePage({ ruleId }: { ruleId: string }) {
  const rule = rules.find(({ id }) => id === ruleId)
  const title = rule?.title ?? 'No such rule'
  useEffect(() => {
    document.title = `${title} · Loadbearing`
  }, [title])
  return (
    <RulesFrame back={{ href: '/rules', title: 'All rules' }}>
      {rule === undefined ? (
        <>
          <h1 className="lb-hidden">No such rule</h1>
          <EmptyState
            icon="finding"
            title="There is no rule of this name"
            text="Perhaps it was renamed. All rules are one page up."
          />
        </>
      ) : (
        <RuleText rule={rule} />
      )}
    </RulesFrame>
  )
}

function RuleText({ rule }: { rule: Rule }) {
  const { id, title, category, why, fix, question, examples } = rule
  return (
    <article className={css.rule}>
      <p className={css.category}>{categoryTitles[category]}</p>
      <h1>{title}</h1>
      <p className={css.id}>
        <code>{id}</code>
      </p>
      <h2>Why it matters</h2>
      <p>{why}</p>
      <h2>What to consider</h2>
      <p>{fix}</p>
      <h2>An interviewer would ask</h2>
      <p className={css.question}>{question}</p>
      <Examples title="Designs that would be reported" texts={examples.bad} />
      <Examples title="Designs that would not" texts={examples.good} />
    </article>
  )
}

function Examples({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      {texts.map((text, index) => (
        <Example key={text} label={`${title}, example ${index + 1}`} text={text} />
      ))}
    </>
  )
}

function Example({ label, text }: { label: string; text: string }) {
  const graph = exampleGraph(text)
  return (
    <figure className={css.example} aria-label={label}>
      {graph.nodes.length > 0 && <ExampleDrawing graph={graph} label={label} />}
      <details>
        <summary>As text</summary>
        <div className={css.source}>
          <pre>{text}</pre>
          <CopyButton text={text} />
        </div>
      </details>
    </figure>
  )
}

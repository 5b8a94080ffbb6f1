import { exampleGraph } from '#shared/checker/example-graph.ts'
import { rules } from '#shared/checker/rules/index.ts'
import css from './check.module.css'
import { ExampleDrawing } from './example-drawing.tsx'

/** One design that has what the rule looks for, and one that answers it. Loaded when it is asked for. */
export function RuleExamples({ rule }: { rule: string }) {
  const examples = rules.find(({ id }) => id === rule)?.examples
  if (examples === undefined) return null
  return (
    <div className={css.examples}>
      <Example caption="Would be reported" text={examples.bad[0]} />
      <Example caption="Would not" text={examples.good[0]} />
    </div>
  )
}

function Example({ caption, text }: { caption: string; text: string | undefined }) {
  if (text === undefined) return null
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      <ExampleDrawing graph={exampleGraph(text)} label={caption} />
    </figure>
  )
}

import type { ReactNode } from 'react'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import css from './api-docs.module.css'
import type { ApiAnswer, ApiCall, ApiContent } from './read-document.ts'
import { isTriable } from './triable-calls.ts'
import { writeSchema } from './write-schema.ts'

interface CallViewProps {
  readonly call: ApiCall
  readonly onTry: () => void
}

/** One call: a line that opens to what it takes and answers. */
export function CallView({ call, onTry }: CallViewProps) {
  const { method, path, summary, isPublic, parameters, body, answers } = call
  return (
    <details className={css.call}>
      <summary>
        <Icon name="down" size={14} />
        <span className={css.method}>{method}</span>
        <span className={css.path}>
          <code>{path}</code>
          {isPublic && <Badge>public</Badge>}
        </span>
        <span className={css.summary}>{summary}</span>
      </summary>
      <div className={css.about}>
        {isTriable(call) && (
          <div>
            <Button small onClick={onTry}>
              Try it
            </Button>
          </div>
        )}
        {parameters.length > 0 && (
          <Part title="Parameters">
            <Schema
              text={parameters
                .map(({ name, place, schema }) => `${name}: ${writeSchema(schema)}  // ${place}`)
                .join('\n')}
            />
          </Part>
        )}
        {body !== undefined && (
          <Part title="Body">
            <Content content={body} />
          </Part>
        )}
        {answers.map((answer) => (
          <Answer key={answer.status} answer={answer} />
        ))}
      </div>
    </details>
  )
}

function Answer({ answer: { status, description, content } }: { answer: ApiAnswer }) {
  const isFailure = status === 'default'
  return (
    <Part title={isFailure ? 'Any other status' : `Status ${status}`}>
      {isFailure ? (
        <p className={css.muted}>
          {description}. <a href="#refusals">All of them</a>
        </p>
      ) : (
        content === undefined && <p className={css.muted}>{description}, with no body.</p>
      )}
      {content !== undefined && <Content content={content} />}
    </Part>
  )
}

function Content({ content: { mime, schema } }: { content: ApiContent }) {
  const written = writeSchema(schema)
  return <Schema text={mime === 'application/json' ? written : `${mime}: ${written}`} />
}

function Schema({ text }: { text: string }) {
  return <pre className={css.schema}>{text}</pre>
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.part}>
      <h3>{title}</h3>
      {children}
    </div>
  )
}

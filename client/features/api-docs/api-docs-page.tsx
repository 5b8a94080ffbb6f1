/** The HTTP interface on one page: what can be called, what it takes and answers, and a place to try it. */
import { useEffect } from 'react'
import { request, sentenceOf } from '#client/lib/request.ts'
import { useResource, type Resource } from '#client/lib/use-resource.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import css from './api-docs.module.css'
import { CallList } from './call-list.tsx'
import { readDocument, type ApiDocument } from './read-document.ts'
import { TryCall } from './try-call.tsx'
import { useTriedCall } from './use-tried-call.ts'

const source = '/api/openapi.json'
const loadDocument = async () => readDocument(await request<unknown>('GET', source))

export function ApiDocsPage() {
  const [description, reload] = useResource(loadDocument)
  useEffect(() => {
    document.title = 'Interface for programs · Loadbearing'
  }, [])
  const isFailed = description.state === 'failed'
  useEffect(() => {
    if (!isFailed) return undefined
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [isFailed, reload])
  return (
    <div className={css.page}>
      <header className={css.head}>
        <a href="/" className={css.brand}>
          <img src="/icon.svg" alt="" width="26" height="26" />
          Loadbearing
        </a>
        <ThemeButton />
      </header>
      <main>
        <h1>Interface for programs</h1>
        <p className={css.lead}>
          What a program can ask of this server, in JSON. The public calls answer alike for
          everybody; the others need the cookie that a browser is given with its first page.{' '}
          <a href={source}>OpenAPI document</a>
        </p>
        <Content document={description} onReload={reload} />
      </main>
    </div>
  )
}

interface ContentProps {
  readonly document: Resource<ApiDocument>
  readonly onReload: () => void
}

function Content({ document, onReload }: ContentProps) {
  if (document.state === 'loading') return <Spinner label="Loading the description…" />
  if (document.state === 'failed')
    return (
      <div className={css.quietBox}>
        <EmptyState
          icon="offline"
          title="The description could not be loaded"
          text={sentenceOf(document.error)}
        >
          <Button onClick={onReload}>Try again</Button>
        </EmptyState>
      </div>
    )
  return <Described document={document.value} />
}

function Described({ document }: { document: ApiDocument }) {
  const { calls, tried, form, choose, show } = useTriedCall(document)
  return (
    <>
      {tried !== undefined && <TryCall ref={form} calls={calls} call={tried} onChoose={choose} />}
      <CallList document={document} onTry={show} />
    </>
  )
}

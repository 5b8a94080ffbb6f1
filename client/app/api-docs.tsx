import { lazy, Suspense } from 'react'
import { LoadingPage } from './message-page.tsx'

const ApiDocsPage = lazy(async () => ({
  default: (await import('#client/features/api-docs/api-docs-page.tsx')).ApiDocsPage,
}))

/** Loaded by those alone who ask for it. */
export function ApiDocs() {
  return (
    <Suspense fallback={<LoadingPage label="Opening the description…" />}>
      <ApiDocsPage />
    </Suspense>
  )
}

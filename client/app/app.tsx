/** Which page an address shows. Everything of the board is loaded when a board is opened. */
import { lazy, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { HomePage } from '#client/features/home/home-page.tsx'
import { ToastList } from '#client/ui/toast-list.tsx'
import { ApiDocs } from './api-docs.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { JoinPage } from './join-page.tsx'
import { DevicePage } from './device-page.tsx'
import { LoadingPage, MessagePage } from './message-page.tsx'
import { ProfileHost } from './profile-host.tsx'
import { askForProfile } from './profile.ts'

const BoardPage = lazy(async () => ({
  default: (await import('./board/board-page.tsx')).BoardPage,
}))
const RulesPage = lazy(async () => ({
  default: (await import('#client/features/check/rules-page.tsx')).RulesPage,
}))
const RulePage = lazy(async () => ({
  default: (await import('#client/features/check/rule-page.tsx')).RulePage,
}))

export function App() {
  const [, navigate] = useLocation()
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingPage label="Opening…" />}>
        <Switch>
          <Route path="/">
            <HomePage
              onOpen={(id) => navigate(`/b/${id}`)}
              onProfile={() => void askForProfile()}
            />
          </Route>
          <Route path="/b/:boardId">
            {({ boardId }) => <BoardPage key={boardId} boardId={boardId} />}
          </Route>
          <Route path="/rules">
            <RulesPage />
          </Route>
          <Route path="/rules/:ruleId">
            {({ ruleId }) => <RulePage key={ruleId} ruleId={ruleId} />}
          </Route>
          <Route path="/join/:token">{({ token }) => <JoinPage key={token} token={token} />}</Route>
          <Route path="/device/:token">{({ token }) => <DevicePage token={token} />}</Route>
          <Route path="/api-docs">
            <ApiDocs />
          </Route>
          <Route>
            <MessagePage
              title="There is nothing at this address"
              text="Perhaps a part of it is missing. Your boards are on the home page."
            />
          </Route>
        </Switch>
      </Suspense>
      <ProfileHost />
      <ToastList />
    </ErrorBoundary>
  )
}

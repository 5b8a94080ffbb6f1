import { Component, type ReactNode } from 'react'
import { Button } from '#client/ui/button.tsx'
import { MessagePage } from './message-page.tsx'

interface ErrorBoundaryState {
  readonly hasFailed: boolean
}

/** The one handler of bugs in the interface: React reports them to the console, the person reads this. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <MessagePage
        title="Something on this page broke"
        text="It is a fault of ours. What you drew is kept on the server, and what was not sent yet is in this browser. Reloading usually helps."
      >
        <Button look="primary" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </MessagePage>
    )
  }
}

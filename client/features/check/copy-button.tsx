import { useState } from 'react'
import { copyText } from '#client/lib/copy-text.ts'
import { Button } from '#client/ui/button.tsx'

/** Copies a text that stands beside it, and says so. */
export function CopyButton({ text }: { text: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>()
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'refused')
  return (
    <>
      <Button small icon={outcome === 'copied' ? 'check' : 'copy'} onClick={() => void copy()}>
        {outcome === undefined ? 'Copy' : outcome === 'copied' ? 'Copied' : 'Select it by hand'}
      </Button>
      <output className="lb-hidden">{outcome === 'copied' ? 'Copied' : ''}</output>
    </>
  )
}

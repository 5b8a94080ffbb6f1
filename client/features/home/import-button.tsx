import { useRef } from 'react'
import { Button } from '#client/ui/button.tsx'

interface ImportButtonProps {
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

export function ImportButton({ isBusy, onFile }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button look="quiet" icon="import" disabled={isBusy} onClick={() => input.current?.click()}>
        Import a board file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Board file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}

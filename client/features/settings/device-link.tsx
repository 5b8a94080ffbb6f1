import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { makeDeviceLink } from '#client/lib/requests.ts'
import { Button } from '#client/ui/button.tsx'
import { CopyField } from '#client/ui/copy-field.tsx'
import css from './profile-dialog.module.css'

/** A one-time link by which another browser becomes the same person. */
export function DeviceLink() {
  const [url, setUrl] = useState<string>()
  const [error, setError] = useState<string>()
  const make = () =>
    void makeDeviceLink().then(
      (answer) => setUrl(answer.url),
      (failure: unknown) => setError(sentenceOf(failure)),
    )
  return (
    <section className={css.device}>
      <h3>Continue on another device</h3>
      <p className={css.note}>
        Open a one-time link there, and your boards follow. Whoever opens it becomes you, so keep it
        to yourself.
      </p>
      {url === undefined ? (
        <div>
          <Button icon="device" onClick={make}>
            Make a one-time link
          </Button>
        </div>
      ) : (
        <CopyField label="One-time link" value={url} />
      )}
      {error !== undefined && (
        <p role="alert" className={css.error}>
          {error}
        </p>
      )}
    </section>
  )
}

import { useMe } from '#client/lib/me.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { DeviceLink } from './device-link.tsx'
import { ProfileForm } from './profile-form.tsx'

interface ProfileDialogProps {
  /** Why a name is asked now; absent when the person opened this on their own. */
  readonly reason?: string | undefined
  readonly onSaved?: (() => void) | undefined
  readonly onClose: () => void
}

export function ProfileDialog({ reason, onSaved, onClose }: ProfileDialogProps) {
  const me = useMe((state) => state.me)
  if (me === undefined) return null
  const close = () => {
    onSaved?.()
    onClose()
  }
  return (
    <Dialog
      title={reason === undefined ? 'You' : 'What should others call you?'}
      about={reason ?? 'No account: this browser remembers you.'}
      onClose={onClose}
    >
      <ProfileForm me={me} action={reason === undefined ? 'Save' : 'Continue'} onSaved={close} />
      {reason === undefined && <DeviceLink />}
    </Dialog>
  )
}

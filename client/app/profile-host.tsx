import { ProfileDialog } from '#client/features/settings/profile-dialog.tsx'
import { closeProfile, useProfile } from './profile.ts'

export function ProfileHost() {
  const { isOpen, reason } = useProfile()
  return isOpen ? <ProfileDialog reason={reason} onClose={closeProfile} /> : null
}

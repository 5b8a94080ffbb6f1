/** The one place that asks a person for a name, whoever needs it. */
import { create } from 'zustand'
import { useMe } from '#client/lib/me.ts'

interface ProfileState {
  readonly isOpen: boolean
  readonly reason: string | undefined
  readonly onDone: ((isNamed: boolean) => void) | undefined
}

const closed: ProfileState = { isOpen: false, reason: undefined, onDone: undefined }

export const useProfile = create<ProfileState>(() => closed)

/** Opens the dialog and answers whether the person has a name when it closes. */
export function askForProfile(reason?: string): Promise<boolean> {
  useProfile.getState().onDone?.(false)
  return new Promise((onDone) => useProfile.setState({ isOpen: true, reason, onDone }))
}

/** Answers at once for somebody who gave a name before. */
export async function ensureNamed(reason: string): Promise<boolean> {
  return useMe.getState().me?.isNamed === true || askForProfile(reason)
}

export function closeProfile(): void {
  const { onDone } = useProfile.getState()
  useProfile.setState(closed)
  onDone?.(useMe.getState().me?.isNamed === true)
}

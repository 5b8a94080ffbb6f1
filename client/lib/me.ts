/** Who this browser is to the server. One copy for the whole page, since every part asks. */
import { create } from 'zustand'
import * as requests from './requests.ts'
import type { Me } from './requests.ts'

interface MeState {
  readonly me: Me | undefined
  readonly error: unknown
}

export const useMe = create<MeState>(() => ({ me: undefined, error: undefined }))

/** Asks the server, which makes an identity on the first visit. Failures are kept, not thrown. */
export async function loadMe(): Promise<void> {
  try {
    useMe.setState({ me: await requests.getMe(), error: undefined })
  } catch (error) {
    useMe.setState({ error })
  }
}

/** Rejects when the server refuses. */
export async function changeMe(change: Parameters<typeof requests.changeMe>[0]): Promise<void> {
  useMe.setState({ me: await requests.changeMe(change), error: undefined })
}

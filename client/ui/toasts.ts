/** Short messages at the edge of the page: what was done, or what could not be and why. */
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'failed'
}

interface ToastsState {
  readonly toasts: readonly Toast[]
  readonly next: number
}

/** Long enough to read the longest sentence of the table of refusals. */
const shownForMilliseconds = 7000

export const useToasts = create<ToastsState>(() => ({ toasts: [], next: 1 }))

/** Shows a message for seven seconds. */
export function toast(text: string, tone: Toast['tone'] = 'done'): void {
  const { toasts, next } = useToasts.getState()
  useToasts.setState({ toasts: [...toasts.slice(-2), { id: next, text, tone }], next: next + 1 })
  setTimeout(() => dismissToast(next), shownForMilliseconds)
}

export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) }))
}

/**
 * Keeps the built app in the browser once a board was opened, so that it opens again without network.
 * Development runs without it, and browsers offer it on localhost and https alone.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !isWorkerPossible()) return
  // A failure leaves an app that needs the network to open.
  navigator.serviceWorker.register('/worker.js').catch(() => undefined)
}

export function isWorkerPossible(): boolean {
  return 'serviceWorker' in navigator && window.isSecureContext
}

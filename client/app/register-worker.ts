/**
 * Keeps the built app in the browser, so that a board opens without network. Development runs without
 * it, and browsers offer it on localhost and https alone.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !isWorkerPossible()) return
  window.addEventListener('load', () => {
    // A failure leaves an app that needs the network to open, which the sync menu says.
    navigator.serviceWorker.register('/worker.js').catch(() => undefined)
  })
}

export function isWorkerPossible(): boolean {
  return 'serviceWorker' in navigator && window.isSecureContext
}

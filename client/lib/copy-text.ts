/**
 * Copies a text, also where the page has no clipboard (plain http on a LAN). Answers whether it worked;
 * the caller then shows the text to copy by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  // The type says that it is always there; outside a secure context it is not.
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    if (clipboard === undefined || !window.isSecureContext) return copyBySelection(text)
    await clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** A dialog keeps the focus inside itself, so the field goes where the focus is. */
function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;opacity:0'
  const place = before?.closest('[role=dialog], dialog') ?? document.body
  place.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}

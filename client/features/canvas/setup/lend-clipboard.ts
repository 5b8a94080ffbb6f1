/**
 * On a LAN over plain http the browser has no `navigator.clipboard`, and tldraw's copying throws. This
 * lends it one that writes by the older `copy` event; pasting reads the paste event by itself.
 * It does nothing where the browser has its own.
 */
export function lendClipboard(view: Document): void {
  const { navigator } = view.defaultView ?? window
  if (Reflect.get(navigator, 'clipboard') !== undefined) return
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => writeByEvent(view, text) },
  })
}

async function writeByEvent(view: Document, text: string): Promise<void> {
  const handleCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    // tldraw listens for the same event and would write again, for ever.
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    if (text.startsWith('<')) event.clipboardData?.setData('text/html', text)
  }
  const carrier = selectSomething(view)
  view.addEventListener('copy', handleCopy, true)
  try {
    view.execCommand('copy')
  } finally {
    view.removeEventListener('copy', handleCopy, true)
    carrier.remove()
  }
}

/** Browsers copy only while something is selected; this takes the focus from nothing. */
function selectSomething(view: Document): HTMLElement {
  const carrier = view.createElement('span')
  carrier.textContent = '.'
  carrier.style.cssText = 'position:fixed;opacity:0;user-select:text;pointer-events:none'
  view.body.append(carrier)
  view.getSelection()?.selectAllChildren(carrier)
  return carrier
}

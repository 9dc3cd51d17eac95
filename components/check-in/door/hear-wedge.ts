/** Milliseconds between two keys of a scanner; nobody types a whole code that fast. */
const quickest = 50
const shortest = 6

/**
 * Scanners that are keyboards: a burst of keys with Enter at its end is a scan wherever it happens. In a text field the
 * letters have been written by then and are taken out again; whoever types there slowly is left alone.
 */
export function hearWedge(scanned: (text: string) => void): () => void {
  let burst = ''
  let lastAt = 0

  const hear = (event: KeyboardEvent) => {
    const isQuick = event.timeStamp - lastAt < quickest
    lastAt = event.timeStamp
    if (event.key === 'Enter') {
      const text = isQuick ? burst : ''
      burst = ''
      if (text.length < shortest) return
      event.preventDefault()
      event.stopPropagation()
      takeOut(event.target, text)
      return scanned(text)
    }
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    burst = (isQuick ? burst : '') + event.key
  }
  window.addEventListener('keydown', hear, { capture: true })
  return () => window.removeEventListener('keydown', hear, { capture: true })
}

function takeOut(target: EventTarget | null, text: string) {
  if (!(target instanceof HTMLInputElement) || !target.value.endsWith(text)) return
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  // React hears of a changed field only by its event.
  write.call(target, target.value.slice(0, -text.length))
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

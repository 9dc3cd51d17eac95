import { withYAndZSwapped } from '@/lib/codes'

/** Milliseconds that may pass between two keys of one scan, and their mean where somebody could type: nobody is so fast. */
const pause = 400
const quick = 80
const shortest = 6

/**
 * Scanners that are keyboards: a burst of keys with Enter at its end is a scan wherever it happens. In a text field the
 * letters have been written by then and are taken out again; whoever types there at a person's pace is left alone. A list
 * to choose from would jump to the letters of a code: there it is opened and walked by its other keys.
 */
export function hearWedge(scanned: (text: string) => void): () => void {
  let burst = ''
  let firstAt = 0
  let lastAt = 0

  const hear = (event: KeyboardEvent) => {
    const { key, timeStamp, target } = event
    if (timeStamp - lastAt > pause) burst = ''
    if (key === 'Enter') {
      const text = burst
      const mean = (timeStamp - firstAt) / text.length
      burst = ''
      if (text.length < shortest || (isField(target) && mean > quick)) return
      event.preventDefault()
      event.stopPropagation()
      takeOut(target, text)
      return scanned(text)
    }
    if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    if (target instanceof HTMLSelectElement && key !== ' ') event.preventDefault()
    if (burst === '') firstAt = timeStamp
    lastAt = timeStamp
    burst += key
  }
  window.addEventListener('keydown', hear, { capture: true })
  return () => window.removeEventListener('keydown', hear, { capture: true })
}

/** Where nobody has the code, and somebody has the one that a scanner with the letters of another keyboard would write, that. */
export async function codeMeant(code: string, isKnown: (code: string) => Promise<boolean>): Promise<string> {
  const swapped = withYAndZSwapped(code)
  return swapped !== code && !(await isKnown(code)) && (await isKnown(swapped)) ? swapped : code
}

const isField = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement

function takeOut(target: EventTarget | null, text: string) {
  if (!isField(target) || !target.value.endsWith(text)) return
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  // React hears of a changed field only by its event.
  write.call(target, target.value.slice(0, -text.length))
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

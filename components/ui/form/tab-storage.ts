import { isTick, type TypedControl, typedControls } from './typed-controls'

type Kept = Record<string, string[]>

/** Keeps the answers of a form in this tab, under `entry`, except those whose controls are in `never`. */
export function keep(form: HTMLFormElement, entry: string, never: readonly string[]): void {
  const kept: Kept = {}
  for (const control of typedControls(form)) {
    const isGiven = isTick(control) ? control.checked : control.value !== ''
    if (isGiven && !never.includes(control.name))
      kept[control.name] = [...(kept[control.name] ?? []), control.value]
  }
  if (Object.keys(kept).length === 0) forget(entry)
  else inStorage((storage) => storage.setItem(entry, JSON.stringify(kept)))
}

/** Fills in what was kept, except where somebody was faster than this page; false when there was nothing. */
export function bringBack(form: HTMLFormElement, entry: string, never: readonly string[]): boolean {
  const kept = inStorage((storage) => JSON.parse(storage.getItem(entry) ?? 'null') as Kept | null)
  if (!kept) return false
  const controls = typedControls(form).filter(({ name }) => kept[name] && !never.includes(name))
  const touched = new Set(controls.filter(isTouched).map(({ name }) => name))
  for (const control of controls) {
    if (touched.has(control.name)) continue
    const values = kept[control.name]!
    if (isTick(control)) control.checked = values.includes(control.value)
    else control.value = values[0] ?? ''
  }
  return controls.some(({ name }) => !touched.has(name))
}

export const forget = (entry: string): void => void inStorage((storage) => storage.removeItem(entry))

/** Forgets this entry and those that go on from it. */
export function forgetAll(entry: string): void {
  const names = inStorage((storage) => Object.keys(storage)) ?? []
  for (const name of names) if (name === entry || name.startsWith(`${entry}-`)) forget(name)
}

function isTouched(control: TypedControl): boolean {
  if (isTick(control)) return control.checked !== control.defaultChecked
  return 'defaultValue' in control ? control.value !== control.defaultValue : control.value !== ''
}

// A browser may forbid storing anything; then nothing is kept, and the form works all the same.
function inStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage)
  } catch {
    return null
  }
}

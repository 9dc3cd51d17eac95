import { isTick, type TypedControl, typedControls } from './typed-controls'

export type AnswerRow = { id: string; question: string; answer: string }
export type AnswerPart = { title: string; rows: AnswerRow[] }
export type AnswerWords = { yes: string; no: string; nothing: string }

/** Every question a person is asked, with what they answered, in the words that stand on the page. */
export function readAnswers(form: HTMLFormElement, words: AnswerWords): AnswerPart[] {
  const parts: AnswerPart[] = []
  const asked = typedControls(form).filter((control) => !control.closest('[hidden]'))
  for (const name of new Set(asked.map((control) => control.name))) {
    const group = asked.filter((control) => control.name === name && !control.matches(':disabled'))
    const [first] = group
    if (!first) continue
    const title = first.closest('section')?.querySelector('h2')?.textContent ?? ''
    const chosen = group.find((control) => isTick(control) && control.checked) ?? first
    const row = { id: chosen.id, question: questionOf(first), answer: answerOf(first, group, words) }
    if (parts.at(-1)?.title === title) parts.at(-1)!.rows.push(row)
    else parts.push({ title, rows: [row] })
  }
  return parts
}

function questionOf(control: TypedControl): string {
  return wordsOf(legendOf(control) ?? control.labels?.[0])
}

function answerOf(control: TypedControl, group: TypedControl[], { yes, no, nothing }: AnswerWords): string {
  if (!isTick(control)) return textOf(control) || nothing
  if (!legendOf(control)) return control.checked ? yes : no
  const chosen = group.filter((one) => isTick(one) && one.checked)
  return chosen.map((one) => wordsOf(one.labels?.[0])).join(', ') || nothing
}

function textOf(control: TypedControl): string {
  if (control instanceof HTMLSelectElement)
    return control.value ? (control.selectedOptions[0]?.textContent ?? '') : ''
  const day = control.type === 'date' && (control as HTMLInputElement).valueAsDate
  return day ? sayDay(day) : control.value.trim()
}

const sayDay = (day: Date) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full', timeZone: 'UTC' }).format(day)

const legendOf = (control: TypedControl) => control.closest('fieldset')?.querySelector(':scope > legend')

// Labels also hold hints, places left and the word "optional"; only what is marked is the label itself.
function wordsOf(label: Element | null | undefined): string {
  const marked = [...(label?.querySelectorAll('[data-words]') ?? [])]
  return marked.map(({ textContent }) => textContent?.trim()).join(' ') || (label?.textContent?.trim() ?? '')
}

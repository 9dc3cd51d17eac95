import { randomUUID } from 'node:crypto'
import { roomChoices } from '@/lib/hotels/rules'
import type { EventOffer } from '@/lib/registrations/schema'
import { attributeOf } from '../support/read-forms'

export type Controls = [name: string, value: string][]

/** Every answer that the form of this event asks for. */
export function answersFor({ activities, meals, hotels }: EventOffer): Controls {
  const room = roomChoices(hotels)[0]
  return [
    ['name', 'Zoë Example'],
    ['organization', 'Example Works'],
    ['presence', 'on_site'],
    ...activities.map(({ key }): Controls[number] => ['activities', key]),
    ...meals.map(({ key, options }): Controls[number] => [`meal.${key}`, options[0]!.key]),
    ['diet', 'vegetarian'],
    ['allergies', 'Walnuts'],
    ['allergiesConsent', 'on'],
    ...(room?.roomType.nights ?? []).map(({ night }): Controls[number] => ['nights', night]),
    ['photo', 'no_camera'],
    ['accessibility', 'A seat close to the front, please.'],
    ['listed', 'on'],
  ]
}

/** The controls that a browser without JavaScript would send along, as the page wrote them. */
export async function hiddenControls(formUrl: string): Promise<Controls> {
  const page = await (await fetch(formUrl)).text()
  const form = /<form[^>]*id="register"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => tag)
  const hidden = inputs.map((tag): Controls[number] => [attributeOf(tag, 'name'), attributeOf(tag, 'value')])
  if (!hidden.some(([name]) => name.startsWith('$ACTION'))) throw new Error(`No form at ${formUrl}.`)
  return hidden.filter(([name]) => name !== 'submissionId')
}

const boundary = 'lanyard-bench-boundary'
export const multipartType = `multipart/form-data; boundary=${boundary}`

/** A maker of bodies: each a new person with a new submission. */
export function bodyMaker(controls: Controls): () => string {
  const part = ([name, value]: Controls[number]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const same = controls.map(part).join('')
  return () => {
    const id = randomUUID()
    const own = part(['email', `person-${id}@example.org`]) + part(['submissionId', id])
    return `${same}${own}--${boundary}--\r\n`
  }
}

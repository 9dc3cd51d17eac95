import fc from 'fast-check'
import { type AnyRequest, asMultipart, hostileText, send } from './any-request'
import { attributeOf } from './read-forms'

export type AnyPress = Pick<AnyRequest, 'door' | 'caller'> & {
  form: number
  /** What the fields hold, counted round; null leaves one as it is. */
  values: (string | null)[]
  /** What the button's action is called with instead, as a script does it. */
  call: string | null
  /** What stands in place of one thing that the page has bound to the action. */
  bound: string | null
}

/** Anything in the fields of whichever form stands behind a door, and anything said to what its button calls. */
export const anyPress: fc.Arbitrary<AnyPress> = fc.record({
  door: fc.nat(),
  caller: fc.nat(),
  form: fc.nat(),
  values: fc.array(fc.option(hostileText), { minLength: 1, maxLength: 12 }),
  call: fc.option(
    fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 }).map((said) => JSON.stringify(said)),
    { freq: 2 },
  ),
  bound: fc.option(fc.jsonValue({ maxDepth: 1 }).map((said) => JSON.stringify(said))),
})

/** Opens the page as a browser without scripts does, and presses; says how the press was answered, or the page if it has no form. */
export async function press(base: string, any: AnyPress, address: string, cookie: string): Promise<number> {
  const loose = { door: 0, caller: 0, tail: '', query: '', headers: {} }
  const page = await send(base, { ...loose, method: 'GET', body: null }, address, cookie)
  const forms = [...page.html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form)
  const form = forms[any.form % forms.length] ?? ''
  const fields = fieldsOf(form)
  const action = fields.map(([, value]) => /^\{"id":"(\w+)"/.exec(value)?.[1]).find(Boolean)
  if (fields.length === 0) return page.status
  const pairs = fields.map(([name, value], at): [string, string] => {
    if (name.startsWith('$ACTION')) return [name, forged(value, any)]
    return [name, any.values[at % any.values.length] ?? value]
  })
  const asScript = action && any.call !== null
  const body = asScript ? { type: 'text/plain;charset=UTF-8', text: any.call! } : asMultipart(pairs)
  const headers: Record<string, string> = asScript ? { 'next-action': action } : {}
  const target = attributeOf(form, 'action') || address
  return (await send(base, { ...loose, method: 'POST', headers, body }, target, cookie)).status
}

const fieldsOf = (form: string): [string, string][] =>
  [...form.matchAll(/<(?:input|select|textarea|button)\b[^>]* name="[^>]*>/g)].map(([tag]) => [
    attributeOf(tag, 'name'),
    attributeOf(tag, 'value'),
  ])

/** The list of what is bound, with another thing in it. */
function forged(value: string, { bound, form }: AnyPress): string {
  if (bound === null || !/^\[[^\]]/.test(value)) return value
  const list = JSON.parse(value) as unknown[]
  return JSON.stringify(list.with(form % list.length, JSON.parse(bound)))
}

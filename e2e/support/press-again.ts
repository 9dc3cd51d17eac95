import { readForms } from './read-forms'

type Controls = [name: string, value: string][]

/** A browser without JavaScript that holds one registration, or none. */
export type Visitor = { cookie?: string }

/** The form of a page that has these words and hidden controls; null where there is none. */
export async function findForm(
  url: string,
  { cookie = '' }: Visitor,
  { words = '', controls = {} }: { words?: string; controls?: Record<string, string> },
): Promise<Record<string, string> | null> {
  const page = await fetch(url, { headers: { cookie, 'accept-language': 'en' } })
  if (page.status !== 200 && page.status !== 404) throw new Error(`${url} answered ${page.status}.`)
  const forms = readForms(await page.text()).filter(
    (form) =>
      form.words.includes(words) &&
      Object.entries(controls).every(([name, value]) => form.controls[name] === value),
  )
  return forms[0]?.controls ?? null
}

/**
 * The very same request, byte for byte: to each of these addresses at once, and once more afterwards, as browsers,
 * balancers and impatient people do. Answers where each led, the late one last.
 */
export async function sendAgain(
  urls: string[],
  { cookie = '' }: Visitor,
  controls: Controls,
): Promise<{ status: number; location: string }[]> {
  const form = new FormData()
  for (const [name, value] of controls) form.append(name, value)
  const whole = new Response(form)
  const type = whole.headers.get('content-type')!
  const body = await whole.arrayBuffer()
  const send = async (url: string) => {
    const headers = { cookie, origin: new URL(url).origin, 'content-type': type, 'accept-language': 'en' }
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })
    await answer.arrayBuffer()
    return { status: answer.status, location: answer.headers.get('location') ?? '' }
  }
  const first = await Promise.all(urls.map(send))
  return [...first, await send(urls[0]!)]
}

import { readXlsx } from 'hucre/xlsx'
import { extractText } from 'unpdf'

export type Question = { method?: string; cookie?: string; origin?: string; body?: string | FormData }

/** Asks one door once, and says what it answered in the words of rights.ts, or its status where those know none. */
export async function ask(address: string, { method = 'GET', cookie, origin, body }: Question) {
  // In one piece: a form that is sent bit by bit meets a line that was closed by who refuses it unread.
  const whole = body === undefined ? null : new Response(body)
  const headers = {
    'accept-language': 'en',
    // Whoever is refused before they have said everything finds their line closed: each has one of its own.
    connection: 'close',
    ...(cookie && (cookie.startsWith('Bearer ') ? { authorization: cookie } : { cookie })),
    ...(origin && { origin }),
    ...(whole && { 'content-type': typeof body === 'string' ? json : whole.headers.get('content-type')! }),
  }
  const said = whole && { body: new Uint8Array(await whole.arrayBuffer()) }
  const url = new URL(address, process.env.BASE_URL)
  const answer = await fetch(url, { method, headers, redirect: 'manual', ...said })
  return { said: sayAnswer(answer), text: await read(answer), onward: answer.headers.get('location') }
}

const json = 'application/json'

/** Goes through a list with a few at once, as many as the product answers side by side. */
export async function forEach<T>(list: T[], visit: (one: T) => Promise<void>): Promise<void> {
  const waiting = list.values()
  const visitRest = async () => {
    for (const one of waiting) await visit(one)
  }
  await Promise.all([visitRest(), visitRest(), visitRest()])
}

function sayAnswer({ status, headers }: Response): string {
  if (status === 200) return 'open'
  if (status < 300 || status >= 400) return String(status)
  return headers.get('location')?.includes('/sign-in?to=') ? 'sign-in' : 'onward'
}

async function readPdf(file: ArrayBuffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(file), { mergePages: true })
  return text
}

async function read(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('text/event-stream')) await answer.body?.cancel()
  if (type.startsWith('text/event-stream')) return ''
  if (type === 'application/pdf') return await readPdf(await answer.arrayBuffer())
  if (!type.includes('spreadsheetml')) return await answer.text()
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  return JSON.stringify(sheets.map(({ rows }) => rows))
}

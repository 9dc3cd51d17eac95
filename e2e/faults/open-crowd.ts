import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyMaker, type Controls, hiddenControls, multipartType } from '../bench/filled-form'

/** One sending of the form as the person knows it: without a status no whole answer came, and the text says why. */
export type Try = {
  email: string
  body: string
  sentAt: number
  ms: number
  status: number | null
  text: string
}

export type Manner = { atOnce?: number; pause?: number }
export type Crowd = Awaited<ReturnType<typeof openCrowd>>

/** People who register one after the other, `atOnce` at a time, until they are told to stop. */
export async function openCrowd(formUrl: string, { atOnce = 4, pause = 20 }: Manner) {
  const newBody = bodyMaker([...(await hiddenControls(formUrl)), ...answers])
  const tries: Try[] = []
  let isOver = false
  const one = async () => {
    while (!isOver) {
      const one = await send(formUrl, newBody())
      tries.push(one)
      await sleep(one.status === null ? 1_000 : pause)
    }
  }
  const everybody = Promise.all(Array.from({ length: atOnce }, one))
  return {
    tries,
    told: () => tries.filter(isTold),
    async stop() {
      isOver = true
      await everybody
    },
  }
}

export const isTold = ({ status }: Try): boolean => status === 303

/** The same person presses the button once more: the same form, to the last byte. */
export const sendAgain = (formUrl: string, { body }: Try): Promise<Try> => send(formUrl, body)

async function send(formUrl: string, body: string): Promise<Try> {
  const began = performance.now()
  let sentAt = Date.now()
  const onSent = () => {
    sentAt = Date.now()
  }
  const answer = await post(formUrl, body, onSent).catch((error) => ({
    status: null,
    text: String(error.code),
  }))
  const email = /person-\S+@example\.org/.exec(body)![0]
  return { email, body, sentAt, ms: performance.now() - began, ...answer }
}

const answers: Controls = [
  ['name', 'Ada Example'],
  ['presence', 'on_site'],
  ['photo', 'fine'],
]

// A connection of its own for each, so that what was sent was sent to somebody who had answered the call.
function post(url: string, body: string, onSent: () => void): Promise<Pick<Try, 'status' | 'text'>> {
  const headers = { 'content-type': multipartType, accept: 'text/html', origin: new URL(url).origin }
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers, agent: false, timeout: 30_000 })
    request.on('error', reject)
    request.on('finish', onSent)
    request.on('timeout', () => request.destroy(new Error('no answer')))
    request.on('response', (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
      response.on('error', reject)
    })
    request.end(body)
  })
}

import type { DoorNews } from '@/lib/check-in/schema'
import type { DoorServer } from './server'

type Ears = {
  server: DoorServer
  since: () => string
  news: (news: DoorNews) => void
  reached: () => void
  away: () => void
  over: () => void
}

const pollEvery = 2_000
/** Milliseconds of silence after which a stream is doubted, and of polling after which one is tried again. */
const silence = 20_000

/** Hears what other devices note: by a stream, where that fails by asking every few seconds. */
export function listen({ server, since, news, reached, away, over }: Ears) {
  let stream: EventSource | null = null
  let timer = 0
  let triedAt = 0
  let isAsking = false
  let isStopped = false

  const hurry = () => {
    clearTimeout(timer)
    void ask()
  }
  const lost = () => {
    closeStream()
    away()
    wait(pollEvery)
  }
  const look = () => document.visibilityState === 'visible' && hurry()
  window.addEventListener('online', hurry)
  window.addEventListener('offline', lost)
  document.addEventListener('visibilitychange', look)
  hurry()
  return { hurry, stop }

  async function ask() {
    if (isAsking || isStopped) return
    isAsking = true
    const heard = await server.news(since())
    isAsking = false
    if (isStopped) return
    if (heard.is === 'over') return over()
    if (heard.is !== 'answer') {
      closeStream()
      away()
      return wait(pollEvery + Math.random() * 2_000)
    }
    reached()
    news(heard.value)
    if (!stream && Date.now() - triedAt > silence) openStream()
    wait(stream ? silence : pollEvery)
  }

  function openStream() {
    triedAt = Date.now()
    const opened = new EventSource(server.liveAddress(since()))
    stream = opened
    opened.onmessage = ({ data }) => {
      reached()
      news(JSON.parse(data) as DoorNews)
      wait(silence)
    }
    // Also the last word of a stream whose key ended: whether that is so, an answer with a number says.
    opened.addEventListener('over', hurryWithout)
    opened.onerror = hurryWithout
  }

  function hurryWithout() {
    closeStream()
    hurry()
  }

  function closeStream() {
    stream?.close()
    stream = null
  }

  function wait(milliseconds: number) {
    clearTimeout(timer)
    if (!isStopped) timer = window.setTimeout(ask, milliseconds)
  }

  function stop() {
    isStopped = true
    clearTimeout(timer)
    closeStream()
    window.removeEventListener('online', hurry)
    window.removeEventListener('offline', lost)
    document.removeEventListener('visibilitychange', look)
  }
}

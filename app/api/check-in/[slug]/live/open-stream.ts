import { followArrivals } from '@/lib/check-in/follow-arrivals'
import { listNews } from '@/lib/check-in/list-news'
import type { DoorNews } from '@/lib/check-in/schema'
import type { CheckInKey } from '@/lib/keys'
import { whenStopping } from '@/lib/shutdown'

const mostStreams = 1_000
const mostUnread = 512 * 1024
const heartbeat = 10_000
/** Heartbeats after which somebody who has read nothing is not waited for any longer. */
const mostMissed = 3

const open = globalThis as { __lanyardStreams?: number }

type Asked = { since: string | null; isOnlyCursor: boolean }

/** The words of one stream; null where this process has as many as it bears. */
export function openStream(key: CheckInKey, asked: Asked): ReadableStream<Uint8Array> | null {
  if ((open.__lanyardStreams ?? 0) >= mostStreams) return null
  let close = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        close = speak(key, asked, controller)
      },
      cancel: () => close(),
    },
    { highWaterMark: mostUnread, size: (words) => words.byteLength },
  )
}

function speak(key: CheckInKey, { since, isOnlyCursor }: Asked, stream: ReadableStreamDefaultController) {
  let isOpen = true
  let missed = 0
  const encoder = new TextEncoder()
  const close = (end: () => void = () => {}) => {
    if (!isOpen) return
    isOpen = false
    open.__lanyardStreams = (open.__lanyardStreams ?? 1) - 1
    clearInterval(timer)
    leave()
    stay()
    end()
  }
  const drop = () => close(() => stream.error(new Error('Somebody at the door does not read.')))
  const say = (text: string) => {
    if (!isOpen) return
    if (stream.desiredSize! <= 0) drop()
    else stream.enqueue(encoder.encode(text))
  }
  const tell = ({ cursor, stamp }: DoorNews, json: string) =>
    say(`id: ${cursor}\ndata: ${isOnlyCursor ? JSON.stringify({ cursor, stamp }) : json}\n\n`)
  const beat = () => {
    missed = stream.desiredSize! < mostUnread ? missed + 1 : 0
    if (missed >= mostMissed) drop()
    else say(': still here\n\n')
  }
  open.__lanyardStreams = (open.__lanyardStreams ?? 0) + 1
  const timer = setInterval(beat, heartbeat).unref()
  const over = () => close(() => sayLast(stream, encoder.encode('event: over\ndata: {}\n\n')))
  say('retry: 2000\n\n')
  const leave = followArrivals({ key, hear: tell, over })
  const stay = whenStopping(() => close(() => stream.close()))
  if (since)
    listNews(key.eventId, since).then(
      (news) => tell(news, JSON.stringify(news)),
      () => drop(),
    )
  return () => close()
}

function sayLast(stream: ReadableStreamDefaultController, text: Uint8Array) {
  stream.enqueue(text)
  stream.close()
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const pause = 1_000
const seldom = 5_000

/**
 * Asks for the page anew when something happens at the door, at most once a second. Where the door's stream does not
 * come through, it asks every five seconds; whoever may not be here any more gets the page's own answer.
 */
export function FollowDoor({ slug }: { slug: string }) {
  const router = useRouter()
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined
    let polling: ReturnType<typeof setInterval> | undefined
    let at = 0
    const refresh = () => {
      at = Date.now()
      next = undefined
      router.refresh()
    }
    const askSoon = () => {
      next ??= setTimeout(refresh, Math.max(0, at + pause - Date.now()))
    }
    const stream = new EventSource(`/api/check-in/${slug}/live?only=cursor`)
    stream.onmessage = askSoon
    stream.onopen = () => {
      clearInterval(polling)
      polling = undefined
      askSoon()
    }
    stream.onerror = () => {
      polling ??= setInterval(askSoon, seldom)
    }
    stream.addEventListener('over', () => {
      stream.close()
      askSoon()
    })
    return () => {
      stream.close()
      clearInterval(polling)
      clearTimeout(next)
    }
  }, [router, slug])
  return null
}

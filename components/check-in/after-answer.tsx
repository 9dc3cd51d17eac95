'use client'

import { useEffect } from 'react'
import type { ScanOutcome } from '@/lib/check-in/schema'

/** After an answer the desk types the next name at once, and hears whether to look up. */
export function AfterAnswer({ answer, outcome }: { answer: string | null; outcome: ScanOutcome | null }) {
  useEffect(() => {
    if (answer === null || outcome === null) return
    document.getElementById('door-search')?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
    sound(tones[outcome])
  }, [answer, outcome])
  return null
}

const tones: Record<ScanOutcome, number[]> = {
  arrived: [880],
  already_arrived: [440, 440],
  refused: [220, 165],
  left: [660, 440],
  undone: [440, 330],
}

/** Browsers stay silent until somebody has touched the page; nothing depends on being heard. */
function sound(frequencies: number[]) {
  if (!navigator.userActivation?.hasBeenActive) return
  const context = new AudioContext()
  frequencies.forEach((frequency, at) => {
    const tone = context.createOscillator()
    const volume = context.createGain()
    volume.gain.value = 0.08
    tone.frequency.value = frequency
    tone.connect(volume).connect(context.destination)
    tone.start(context.currentTime + at * 0.16)
    tone.stop(context.currentTime + at * 0.16 + 0.12)
  })
  setTimeout(() => context.close(), 1000)
}

import type { ScanOutcome } from '@/lib/check-in/schema'

const signals: Record<ScanOutcome, { tones: number[]; shakes: number[] }> = {
  arrived: { tones: [880], shakes: [60] },
  already_arrived: { tones: [440, 440], shakes: [60, 60, 60] },
  refused: { tones: [220, 165], shakes: [300] },
  left: { tones: [660, 440], shakes: [60, 40, 30] },
  undone: { tones: [440, 330], shakes: [30, 40, 30] },
}

/** Tells ear and hand whether to look up. Browsers stay silent until somebody has touched the page; nothing depends on it. */
export function signal(outcome: ScanOutcome): void {
  if (!navigator.userActivation?.hasBeenActive) return
  const { tones, shakes } = signals[outcome]
  navigator.vibrate?.(shakes)
  sound(tones)
}

let ear: AudioContext | null = null

function sound(frequencies: number[]) {
  ear ??= new AudioContext()
  const from = ear.currentTime
  frequencies.forEach((frequency, at) => {
    const tone = ear!.createOscillator()
    const volume = ear!.createGain()
    volume.gain.value = 0.08
    tone.frequency.value = frequency
    tone.connect(volume).connect(ear!.destination)
    tone.start(from + at * 0.16)
    tone.stop(from + at * 0.16 + 0.12)
  })
}

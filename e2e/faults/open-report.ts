export type Scale = 'short' | 'long'
export type Report = ReturnType<typeof openReport>

/** One fault: what is done to an installation, what people are promised meanwhile, and how to see whether it holds. */
export type Drill = {
  done: string
  promised: string
  run: (report: Report, scale: Scale) => Promise<void>
}

/** Keeps what a drill sees, and which promises broke. */
export function openReport() {
  const seen: string[] = []
  const broken: string[] = []
  return {
    seen,
    broken,
    saw: (sentence: string) => void seen.push(sentence),
    /** Notes a promise as kept or broken, by what was seen of it. */
    holds(isKept: boolean, sentence: string) {
      seen.push(sentence)
      if (!isKept) broken.push(sentence)
    },
  }
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

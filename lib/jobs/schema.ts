/** `workedAt` is null for one that has not worked yet since this process began; a late one failed or hangs. */
export type SweepState = { name: string; everySeconds: number; workedAt: Date | null; isLate: boolean }

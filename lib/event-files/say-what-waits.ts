import 'server-only'
import type { EventFile } from './schema'

/** Sentences about keys that are kept and exported, but that nothing acts on yet. */
export const sayWhatWaits = (file: EventFile): string[] =>
  waiting
    .filter(({ isUsed }) => isUsed(file))
    .map(({ path, meanwhile }) => `${path} is kept, but does nothing yet: ${meanwhile}.`)

// A row goes when what it is about comes.
const waiting: { path: string; isUsed: (file: EventFile) => boolean; meanwhile: string }[] = [
  {
    path: 'image',
    isUsed: ({ image }) => image !== undefined,
    meanwhile: 'no picture is shown',
  },
]

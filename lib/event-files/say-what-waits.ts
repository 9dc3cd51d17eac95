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
    path: 'registration.approval',
    isUsed: ({ registration }) => registration.approval,
    meanwhile: 'whoever registers gets a place at once',
  },
  {
    path: 'registration.confirm_email',
    isUsed: ({ registration }) => registration.confirm_email,
    meanwhile: 'nobody is asked to confirm their address',
  },
  {
    path: 'registration.access_code',
    isUsed: ({ registration }) => registration.access_code !== undefined,
    meanwhile: 'everybody can register, with or without it',
  },
  {
    path: 'registration.waiting: offer',
    isUsed: ({ registration }) => registration.waiting === 'offer',
    meanwhile: 'a freed place goes to the first in line at once, as with “auto”',
  },
  {
    path: 'registration.freeze',
    isUsed: ({ registration }) => registration.freeze !== undefined,
    meanwhile: 'people cannot change their answers, only cancel',
  },
  {
    path: 'registration.transfer',
    isUsed: ({ registration }) => registration.transfer,
    meanwhile: 'nobody can hand their place on',
  },
  {
    path: 'access_list.organization',
    isUsed: ({ access_list }) => access_list.organization,
    meanwhile: 'there is no list for the host',
  },
  {
    path: 'check_in_points.exits',
    isUsed: ({ check_in_points }) => check_in_points.some(({ exits }) => exits),
    meanwhile: 'nobody notes who leaves',
  },
  {
    path: 'image',
    isUsed: ({ image }) => image !== undefined,
    meanwhile: 'no picture is shown',
  },
  {
    path: 'embed_origins',
    isUsed: ({ embed_origins }) => embed_origins.length > 0,
    meanwhile: 'there is no page to put into another site',
  },
]

import { z } from 'zod'
import { plainText } from './schema'

const ticked = z.literal('on').optional().transform(Boolean)

/** One tap at the desk: the fact's id was written into the form, so that a second tap is the same fact. */
export const deskScanInput = z.object({
  slug: z.string().max(200),
  id: z.guid(),
  registrationId: z.guid(),
  point: plainText(80),
  kind: z.enum(['arrive', 'undo']),
  undoes: z.guid().optional(),
  idSeen: ticked,
  stickerGiven: ticked,
  force: ticked,
  /** The answer to stay at when this tap only adds to it. */
  answer: z.guid().optional(),
})

export const deskPhotoInput = z.object({
  slug: z.string().max(200),
  registrationId: z.guid(),
  point: plainText(80),
  photo: z.enum(['fine', 'no_camera']),
  answer: z.guid(),
})

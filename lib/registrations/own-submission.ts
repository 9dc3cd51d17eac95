import 'server-only'
import { hashToken } from '../tokens'
import type { RegistrationInput } from './schema'

/**
 * What a form's id stands for in the database. Whoever goes back in the browser and types the next person has the old
 * form in hand: an id is somebody's own only together with their address.
 */
export const ownSubmission = ({
  submissionId,
  email,
}: Pick<RegistrationInput, 'submissionId' | 'email'>): string | null =>
  submissionId && hashToken(`${submissionId} ${email.toLowerCase()}`)

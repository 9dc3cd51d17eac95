import 'server-only'
import type { OrganizerKey } from '../keys'
import { findReadableMail } from '../mail/queries'
import type { ReadableMail } from '../mail/schema'
import { composers } from './mails'

/** One mail of an event as its person reads it; null for mails of other events and for sign-in mails. */
export const findMailToRead = (key: OrganizerKey, id: string): Promise<ReadableMail | null> =>
  findReadableMail(key, id, composers)

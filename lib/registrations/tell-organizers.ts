import 'server-only'
import type { Language } from '../dates'
import type { Transaction } from '../db/client'
import type { ListToStrikeFacts } from '../handouts/mails'
import type { TouchedList } from '../handouts/schema'
import { defaultLanguage, isLanguage } from '../languages'
import { queueMail } from '../mail/queue-mail'
import { listOrganizersInside } from '../team/queries'
import type { EventOffer } from './schema'

/** Tells everybody who plans the event from which lists, handed out before, somebody has to be struck out. */
export async function tellOrganizers(
  tx: Transaction,
  { event }: EventOffer,
  { code, lists }: { code: string; lists: TouchedList[] },
): Promise<void> {
  if (lists.length === 0) return
  const { slug, title, timezone } = event
  const facts: ListToStrikeFacts = { slug, title, timezone, codeEnd: code.slice(-4), lists }
  const language: Language = event.languages.find(isLanguage) ?? defaultLanguage
  for (const { name, email } of await listOrganizersInside(tx, event.id))
    await queueMail(tx, {
      kind: 'list_to_strike',
      eventId: event.id,
      to: { name: name ?? email, address: email, language },
      facts,
    })
}

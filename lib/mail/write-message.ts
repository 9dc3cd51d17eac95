import 'server-only'
import type { SendMailOptions } from 'nodemailer'
import { env } from '../env'
import { qrPng } from '../qr'
import { derivedToken, unseal } from '../tokens'
import { putOwnWords } from './put-own-words'
import { renderLetter } from './render-letter'
import { oneLine } from './rules'
import type { Composers, Letter, Link, OutboxFacts, OwnWords } from './schema'

type Outgoing = OutboxFacts & { toAddress: string; sealed: string | null }

/** A row of the outbox as the message that leaves, in the event's own words where it has some; only here do its links come to life. */
export async function writeMessage(
  mail: Outgoing,
  composers: Composers,
  own: OwnWords | null,
): Promise<SendMailOptions> {
  const compose = composers[mail.kind]
  if (!compose) throw new Error(`nobody knows how to write "${mail.kind}"`)
  const letter = putOwnWords(compose(mail), own)
  const code = letter.card?.code
  const rendered = renderLetter(letter, {
    language: mail.language,
    hrefOf: (link) => addressOf(link, mail.sealed),
    ...(code && { qrSource: 'cid:code' }),
  })
  const { mailFrom, baseUrl } = env()
  return {
    ...rendered,
    messageId: `<${mail.id}@${new URL(baseUrl).hostname}>`,
    from: mailFrom,
    to: { name: oneLine(mail.toName), address: mail.toAddress },
    ...(letter.replyTo && { replyTo: { name: '', address: oneLine(letter.replyTo) } }),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(letter, mail.sealed) },
    attachments: [
      ...(code ? [await picture(code)] : []),
      ...(letter.calendar ? [calendar(letter.calendar)] : []),
    ],
  }
}

/** The one click of RFC 8058, for programs that offer it. */
function listHeaders({ unsubscribe }: Letter, sealed: string | null): Record<string, string> {
  if (!unsubscribe) return {}
  return {
    'List-Unsubscribe': `<${addressOf(unsubscribe, sealed)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** Where a link leads; throws when its token is gone, so that nobody gets a dead link. */
function addressOf(link: Link, sealed: string | null): string {
  const { baseUrl } = env()
  if (link.to === 'page') return `${baseUrl}${link.path}`
  if (link.to === 'manage') {
    const then = link.page ? `?then=${link.page}` : ''
    return `${baseUrl}/my/${derivedToken('manage', link.registrationId, link.version)}${then}`
  }
  if (link.to === 'derived')
    return `${baseUrl}${link.path.replace('{token}', derivedToken(link.purpose, link.id, 1))}`
  const token = sealed && unseal('mail', sealed)
  if (!token) throw new Error('the sealed token cannot be read')
  return `${baseUrl}${link.path.replace('{token}', encodeURIComponent(token))}`
}

const picture = async (code: string) => ({
  filename: 'code.png',
  content: await qrPng(code),
  contentType: 'image/png',
  cid: 'code',
  contentDisposition: 'inline' as const,
})

const calendar = ({ filename, text }: NonNullable<Letter['calendar']>) => ({
  filename,
  content: text,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
})

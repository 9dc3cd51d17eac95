import { languages } from '../languages'
import {
  type MailError,
  type MailState,
  type MailText,
  mailErrors,
  type OwnWordsByLanguage,
  oneTimeKinds,
} from './schema'

const seconds = [10, 30, 120] as const
const longest = 240
const givesUpAfterDays = 5

/** How long to wait after the n-th failed attempt; never so long that a mail misses five minutes after an outage. */
export const secondsUntilNextAttempt = (attempts: number): number => seconds[attempts - 1] ?? longest

/** Whether another attempt could help. */
export function isFinal(error: MailError, createdAt: Date, now: Date): boolean {
  if (error === 'unreachable') return false
  if (error === 'refused_for_now') return now.getTime() - createdAt.getTime() > givesUpAfterDays * 86_400_000
  return true
}

type SmtpFailure = { code?: string; command?: string; responseCode?: number }

/**
 * A failed delivery by its class (RFC 5321, 4.2.1): 5xx for the recipient or the text is final; 4xx, and 5xx for
 * signing in or for our own sender, may pass; no answer at all means that the server is away.
 */
export function classifyFailure({ code, command, responseCode }: SmtpFailure): MailError {
  if (responseCode === undefined) return code === 'EENVELOPE' ? 'no_such_mailbox' : 'unreachable'
  if (responseCode < 500 || code === 'EAUTH') return 'refused_for_now'
  if (command === 'RCPT TO') return 'no_such_mailbox'
  return command === 'DATA' ? 'refused' : 'refused_for_now'
}

/**
 * Text a stranger chose, as dead text: one line, no direction overrides, and nothing that a mail program
 * would turn into a link or an address. What is put in between (U+2060) has no width.
 */
export const inert = (text: string): string =>
  oneLine(text)
    .replace(/(?<=[\p{L}\p{N}])([.\u3002\uff0e])(?=[\p{L}\p{N}])/gu, '$1\u2060')
    .replace(/:(?=\/)|[@\uff20]/g, '$&\u2060')
    .replace(/\b(www|mailto|tel)\b/gi, '$1\u2060')

/** No line break, control character or direction override; for headers. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** What the outbox keeps of a failure, taken apart: the class, then what the server said. */
export function readError(lastError: string | null): { reason: MailError; said: string } | null {
  if (!lastError) return null
  const [first, ...said] = lastError.split(' ')
  return { reason: mailErrors.find((reason) => reason === first) ?? 'unreadable', said: said.join(' ') }
}

type Repeated = { kind: string; toAddress: string; sealed: string | null; state: MailState; facts: unknown }

/**
 * Whether a mail may leave once more and would say the same: not what was erased, nor one whose only link left with it,
 * nor news that arrived, of which its reader may have had enough since, nor what went to an address that its person has
 * left.
 */
export function mayBeRepeated(
  { kind, toAddress, sealed, state, facts }: Repeated,
  hasLeft: boolean,
): boolean {
  const isNewsThatLeft = state === 'sent' && Boolean((facts as { optOutId?: string } | null)?.optOutId)
  const isErased = Object.keys(facts ?? {}).length === 0
  if (toAddress === '' || isErased || isNewsThatLeft || hasLeft) return false
  return sealed !== null || !oneTimeKinds.includes(kind)
}

const lateAfterMinutes = 10

/** Whether people have reason to ask where their mail is. */
export const isLate = (oldestWaitingAt: Date | null, now: Date): boolean =>
  oldestWaitingAt !== null && now.getTime() - oldestWaitingAt.getTime() > lateAfterMinutes * 60_000

/** What the event says itself in one kind of mail. */
export const wordsOf = (texts: MailText[], kind: string): OwnWordsByLanguage =>
  Object.fromEntries(
    texts
      .filter((text) => text.kind === kind)
      .map(({ language, subject, opening }) => [language, { subject, opening }]),
  )

/** One text for one state of an event's own words: who saves brings along what was on the page. */
export const stateOfWords = (words: OwnWordsByLanguage): string =>
  JSON.stringify(languages.map(({ code }) => [words[code]?.subject ?? null, words[code]?.opening ?? null]))

import { sayMoment, saySpan } from '../dates'
import { inert } from '../mail/rules'
import type { Composer } from '../mail/schema'
import { translator } from '../messages'
import type { TeamRole } from './schema'

/** Instants are ISO 8601. */
export type TeamInvitationFacts = {
  title: string
  startsAt: string
  endsAt: string
  timezone: string
  role: TeamRole
  inviter: string | null
  until: string
}

/** An owner wants the reader in the team: a link that shows what it is about and asks. */
export const composeTeamInvitation: Composer = ({ language, facts }) => {
  const { title, startsAt, endsAt, timezone, role, inviter, until } = facts as TeamInvitationFacts
  const words = translator(language, 'mail.teamInvitation')
  const said = {
    title,
    role,
    by: inviter ? inert(inviter) : 'none',
    when: saySpan(new Date(startsAt), new Date(endsAt), timezone, language),
    until: sayMoment(new Date(until), timezone, language),
  }
  return {
    subject: words('subject', said),
    preheader: words('preview', said),
    greeting: words('greeting'),
    paragraphs: [words('opening', said), words(`may.${role}`), words('until', said)],
    actions: [{ label: words('action'), link: { to: 'sealed', path: '/join/{token}' } }],
    closing: [words('unasked')],
  }
}

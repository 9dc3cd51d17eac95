import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { signOut } from '@/app/sign-in/actions'
import { AnswerPage } from '@/components/ui/answer-page'
import { Button, LinkButton } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { findUser } from '@/lib/auth/require-user'
import { signInPath } from '@/lib/auth/rules'
import { type Language, sayMoment } from '@/lib/dates'
import { findPublicInvitationToTeam } from '@/lib/team/queries'
import { joinTeam } from './actions'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team.join')
  return { title: t('strip'), robots: { index: false }, referrer: 'same-origin' }
}

/** Mail scanners follow every link: this page gives nothing, its button does. */
export default async function JoinPage({ params }: Props) {
  const [t, language, { token }, user] = await Promise.all([
    getTranslations('team.join'),
    getLocale() as Promise<Language>,
    params,
    findUser(),
  ])
  const invitation = await findPublicInvitationToTeam(token, user)
  if (!invitation)
    return (
      <AnswerPage strip={t('strip')} text={t('overText')} title={t('overTitle')}>
        <LinkButton href="/organizer">{t('desk')}</LinkButton>
      </AnswerPage>
    )
  const { id, email, role, timezone, title, invitedBy } = invitation
  const by = invitedBy ?? 'none'
  const until = sayMoment(invitation.expiresAt, timezone, language)
  const page = {
    accent: invitation.accent ?? undefined,
    note: t('until', { until, email }),
    strip: title,
    title: t('title', { event: title }),
  }
  if (user && user.email !== email)
    return (
      <AnswerPage {...page} text={t('otherText', { email, mine: user.email })}>
        <form action={signOut}>
          <Button type="submit">{t('signOut')}</Button>
        </form>
      </AnswerPage>
    )
  if (!user && invitation.needsSignIn)
    return (
      <AnswerPage {...page} text={t('signInText', { email })}>
        {/* The id opens nothing by itself: a mail that leads back may carry it, never the secret. */}
        <LinkButton href={signInPath(`/join/${id}`)} size="large" variant="primary">
          {t('signIn')}
        </LinkButton>
      </AnswerPage>
    )
  return (
    <AnswerPage {...page} text={t('text', { by, role: t(`role.${role}`) })}>
      <form action={joinTeam} className="w-full space-y-5">
        <input name="token" type="hidden" value={token} />
        {!user && <TextField autoComplete="name" label={t('name')} maxLength={200} name="name" />}
        <SubmitButton size="large">{t('accept')}</SubmitButton>
      </form>
    </AnswerPage>
  )
}

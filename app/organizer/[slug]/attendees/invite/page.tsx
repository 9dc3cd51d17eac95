import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { InvitationList } from '@/components/organizer/invitation-list'
import { InviteForm } from '@/components/organizer/invite-form'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { listInvitations } from '@/lib/registrations/find-invitation'
import { openDesk } from '../../open-desk'
import { invitePerson, takeBack } from './actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ said?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.invite')
  return { title: t('title'), robots: { index: false } }
}

export default async function InvitePage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/attendees/invite')
  const { said } = await searchParams
  const [t, language, event, rows] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    listInvitations(key),
  ])
  return (
    <div className="max-w-5xl space-y-10">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/attendees`}>{t('rooms.attendees')}</TextLink>}
        note={t('invite.note')}
        title={t('invite.title')}
      />
      {(said === 'invited' || said === 'takenBack') && (
        <Notice role="status" title={t(`invite.${said}`)} tone="good" />
      )}
      {said === 'used' && <Notice role="status" title={t('invite.usedMeanwhile')} tone="warn" />}
      <InviteForm action={invitePerson.bind(null, slug)} language={event.languages[0] ?? language} />
      <Section title={t('invite.list')}>
        <InvitationList
          language={language}
          rows={rows}
          slug={slug}
          takeBack={takeBack}
          timezone={event.timezone}
        />
      </Section>
    </div>
  )
}

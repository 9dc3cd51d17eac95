import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LeaveTeam } from '@/components/team/leave-team'
import { MemberTable } from '@/components/team/member-table'
import { OwnersPart } from '@/components/team/owners-part'
import { TeamFoodForm } from '@/components/team/team-food-form'
import { TeamNotice } from '@/components/team/team-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { ownerKey } from '@/lib/auth/require-owner'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { findTeamFood, listPublicMeals } from '@/lib/meals/queries'
import { listMemberInvitations, listMembers } from '@/lib/team/queries'
import { openDesk } from '../open-desk'
import { askIn, giveRole, handEventOver, leave, sayFood, sendAgain, takeBackFrom, takeOut } from './actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team')
  return { title: t('title'), robots: { index: false } }
}

export default async function TeamPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/team')
  const owner = ownerKey(key)
  const event = await getEventFor(key)
  const [t, language, { said }, members, invitations, meals, food] = await Promise.all([
    getTranslations('team'),
    getLocale() as Promise<Language>,
    searchParams,
    listMembers(key),
    owner && listMemberInvitations(owner),
    listPublicMeals(event),
    findTeamFood(key),
  ])
  const me = members.find(({ userId }) => userId === key.userId)
  const owners = members.filter(({ role, isDisabled }) => role === 'owner' && !isDisabled)
  const zone = { timezone: event.timezone, language }
  const deeds = owner && {
    giveRole: giveRole.bind(null, slug),
    remove: takeOut.bind(null, slug),
    handOver: handEventOver.bind(null, slug),
  }
  return (
    <div className="max-w-6xl space-y-12">
      <div>
        <PageHeading note={t(owner ? 'note' : 'noteSeen')} title={t('title')} />
        <TeamNotice said={said} />
        {members.length > 0 ? (
          <MemberTable deeds={deeds} myId={key.userId} rows={members} {...zone} />
        ) : (
          <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
        )}
      </div>
      {invitations && (
        <OwnersPart
          invitations={invitations}
          invite={askIn.bind(null, slug)}
          mailLanguage={event.languages[0] ?? language}
          sendAgain={sendAgain.bind(null, slug)}
          takeBack={takeBackFrom.bind(null, slug)}
          {...zone}
        />
      )}
      {me && (
        <Section id="food" note={t('food.note')} title={t('food.title')}>
          <TeamFoodForm action={sayFood.bind(null, slug)} food={food} meals={meals} {...zone} />
        </Section>
      )}
      {me && (
        <LeaveTeam
          action={leave.bind(null, slug)}
          event={event.title}
          isLastOwner={me.role === 'owner' && owners.length < 2}
        />
      )}
    </div>
  )
}

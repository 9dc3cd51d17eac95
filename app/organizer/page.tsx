import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { DeskTools } from '@/components/organizer/desk-tools'
import { EventRows } from '@/components/organizer/event-rows'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { PageShell } from '@/components/ui/page-shell'
import { TextLink } from '@/components/ui/text-link'
import { adminKey } from '@/lib/auth/require-admin'
import { findCreatorKey } from '@/lib/auth/require-creator'
import { listOrganizerKeys } from '@/lib/auth/require-organizer'
import { requireUser } from '@/lib/auth/require-user'
import { countRegistered } from '@/lib/dashboards/queries'
import type { Language } from '@/lib/dates'
import { listEvents } from '@/lib/events/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.events')
  return { title: t('title'), robots: { index: false } }
}

export default async function OrganizerPage() {
  const user = await requireUser('/organizer')
  const keys = adminKey(user) ?? (await listOrganizerKeys(user))
  const [t, account, common, language, events, registered, creator] = await Promise.all([
    getTranslations('organizer.events'),
    getTranslations('account'),
    getTranslations('common'),
    getLocale() as Promise<Language>,
    listEvents(keys),
    countRegistered(keys),
    findCreatorKey(user),
  ])
  return (
    <PageShell
      header={<DeskTools chooseLanguage={chooseLanguage} signOut={signOut} />}
      home={{ href: '/', label: common('home') }}
      skipLabel={common('skip')}
    >
      <PageHeading
        actions={
          <>
            {user.isAdmin && <LinkButton href="/admin">{t('admin')}</LinkButton>}
            {creator && (
              <LinkButton href="/organizer/new" variant="primary">
                {t('create')}
              </LinkButton>
            )}
          </>
        }
        note={
          <>
            {t('signedInAs', { who: user.name ?? user.email })}{' '}
            <TextLink className="text-base" href="/account">
              {account('title')}
            </TextLink>
          </>
        }
        title={t('title')}
      />
      {events.length > 0 ? (
        <EventRows events={events} language={language} registered={registered} />
      ) : (
        <EmptyState title={t('emptyTitle')}>
          <p>{user.isAdmin ? t('emptyAdmin') : t('emptyTeam')}</p>
          {user.isAdmin && (
            <pre className="mt-3 whitespace-pre-wrap break-words rounded bg-raised p-3 text-ink text-sm">
              npm run -s lanyard -- apply my-event.yaml --publish
            </pre>
          )}
        </EmptyState>
      )}
      <p className="mt-8">
        <TextLink href="/check-in">{t('doors')}</TextLink>
      </p>
    </PageShell>
  )
}

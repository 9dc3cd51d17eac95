import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { MailNotices } from '@/components/mails/mail-notices'
import { DeskShell } from '@/components/organizer/desk-shell'
import { DeskTools } from '@/components/organizer/desk-tools'
import { findOrganizerKey } from '@/lib/auth/require-organizer'
import { type Language, sayShortDay } from '@/lib/dates'
import { findPublicEventRef, getEventFor } from '@/lib/events/queries'
import { findMailTrouble } from '@/lib/mail/queries'

type Props = { params: Promise<{ slug: string }>; children: ReactNode }

/** The rail, for whoever may see it; everybody else gets the answer of the page itself, which checks first. */
export default async function DeskLayout({ params, children }: Props) {
  const { slug } = await params
  const ref = await findPublicEventRef(slug)
  const key = ref && (await findOrganizerKey(ref.id))
  if (!key) return children
  const [event, t, common, language, trouble] = await Promise.all([
    getEventFor(key),
    getTranslations('organizer.rooms'),
    getTranslations('common'),
    getLocale() as Promise<Language>,
    findMailTrouble(key),
  ])
  return (
    <DeskShell
      accent={event.accent ?? undefined}
      header={<DeskTools chooseLanguage={chooseLanguage} signOut={signOut} />}
      labels={{
        overview: t('overview'),
        arrivals: t('arrivals'),
        attendees: t('attendees'),
        hotels: t('hotels'),
        meals: t('meals'),
        activities: t('activities'),
        questions: t('questions'),
        mails: t('mails'),
        exports: t('exports'),
        team: t('team'),
        devices: t('devices'),
        settings: t('settings'),
        privacy: t('privacy'),
        history: t('history'),
        publicPage: t('publicPage'),
        checkIn: t('checkIn'),
        nav: common('menu'),
        skip: common('skip'),
        home: t('home'),
      }}
      note={sayShortDay(event.startsAt, event.timezone, language)}
      notices={
        trouble && (
          <MailNotices language={language} slug={event.slug} timezone={event.timezone} trouble={trouble} />
        )
      }
      slug={event.slug}
      title={event.title}
    >
      {children}
    </DeskShell>
  )
}

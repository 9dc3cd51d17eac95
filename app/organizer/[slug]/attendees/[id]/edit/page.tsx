import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BehalfForm } from '@/components/organizer/behalf-form'
import { KnownEmail } from '@/components/registrations/known-email'
import { Question } from '@/components/ui/form/question'
import { TickField } from '@/components/ui/form/tick-field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { findFormOf } from '@/lib/registrations/own-form'
import { openDesk } from '../../../open-desk'
import { changePerson } from './actions'

type Props = { params: Promise<{ slug: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.behalf')
  return { title: t('title'), robots: { index: false } }
}

export default async function ChangePersonPage({ params }: Props) {
  const { slug, id } = await params
  const key = await openDesk(slug, `/attendees/${id}/edit`)
  const form = await findFormOf(key, id)
  if (!form) notFound()
  const { offer, held, values, seen, state, frozenAt } = form
  const [t, register, language] = await Promise.all([
    getTranslations('organizer.behalf'),
    getTranslations('register'),
    getLocale() as Promise<Language>,
  ])
  const until = sayMoment(frozenAt, offer.event.timezone, language)
  return (
    <div className="max-w-2xl space-y-8">
      <PageHeading
        above={
          <TextLink href={`/organizer/${slug}/attendees/${id}`}>
            <bdi>{held.name}</bdi>
          </TextLink>
        }
        note={t('note')}
        title={t('title')}
      />
      {state !== 'open' && (
        <Notice title={t('frozen', { until })} tone="warn">
          {t('frozenText')}
        </Notice>
      )}
      {held.isSharing && <Notice>{t('sharing')}</Notice>}
      <BehalfForm
        action={changePerson.bind(null, slug, id)}
        carried={{ version: String(held.version), seen }}
        knownEmail={<KnownEmail address={held.email} label={register('email')} />}
        language={language}
        now={now()}
        offer={offer}
        submit={t('save')}
        values={values}
      >
        <Question title={t('ours')}>
          <TickField hint={t('tellHint')} label={t('tell')} name="isTold" />
        </Question>
      </BehalfForm>
    </div>
  )
}

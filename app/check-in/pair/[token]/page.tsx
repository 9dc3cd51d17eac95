import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PairForm } from '@/components/devices/pair-form'
import { AnswerPage } from '@/components/ui/answer-page'
import { type Language, sayMoment } from '@/lib/dates'
import { findPublicLink } from '@/lib/devices/queries'
import { pairPhone } from './actions'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('devices.pair')
  return { title: t('strip'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where the code of a link for phones leads. Whoever only looks at it pairs nothing, and uses up no PIN. */
export default async function PairPage({ params }: Props) {
  const { token } = await params
  const [t, language, link] = await Promise.all([
    getTranslations('devices.pair'),
    getLocale() as Promise<Language>,
    findPublicLink(token),
  ])
  if (!link) return <AnswerPage strip={t('strip')} text={t('overText')} title={t('overTitle')} />
  const { event, role } = link
  const say = (at: Date) => sayMoment(at, event.timezone, language)
  const page = { accent: event.accent ?? undefined, strip: t('strip') }
  if (!link.isOpen)
    return (
      <AnswerPage
        {...page}
        text={t('notYetText', { event: event.title, when: say(link.validFrom) })}
        title={t('notYetTitle')}
      />
    )
  return (
    <AnswerPage
      {...page}
      text={t(`text.${role}`, { until: say(link.validUntil) })}
      title={t('title', { event: event.title })}
    >
      <PairForm action={pairPhone.bind(null, token)} name={t('phone', { letter: link.letter })} />
    </AnswerPage>
  )
}

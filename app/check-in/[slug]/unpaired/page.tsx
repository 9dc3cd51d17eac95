import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { ForgetDoors } from '@/components/check-in/forget-doors'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'
import { heldByPhone } from '../open-door'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('devices.unpair')
  return { title: t('doneTitle'), robots: { index: false } }
}

/**
 * Where a phone ends that its holder unpaired, or that was sent away: it knows no event any more, and neither does this
 * page. One that is paired, here or elsewhere, has nothing to forget, whoever's link it followed.
 */
export default async function UnpairedPage({ params }: Props) {
  const { slug } = await params
  const [t, held, { checkIn }] = await Promise.all([
    getTranslations('devices.unpair'),
    heldByPhone(slug),
    getMessages(),
  ])
  if (held?.ok) redirect(`/check-in/${slug}`)
  if (held?.refusal === 'other_event') notFound()
  return (
    <>
      <ForgetDoors of="device" words={checkIn.lost} />
      <AnswerPage
        strip={t('strip')}
        text={t(held ? 'outText' : 'doneText')}
        title={t(held ? 'outTitle' : 'doneTitle')}
      >
        {held && <LinkButton href="/sign-in">{t('signIn')}</LinkButton>}
      </AnswerPage>
    </>
  )
}

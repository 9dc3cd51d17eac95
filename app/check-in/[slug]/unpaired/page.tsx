import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerPage } from '@/components/ui/answer-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('devices.unpair')
  return { title: t('doneTitle'), robots: { index: false } }
}

/** Where a phone ends that was unpaired by its holder; it knows no event any more, and neither does this page. */
export default async function UnpairedPage() {
  const t = await getTranslations('devices.unpair')
  return <AnswerPage strip={t('strip')} text={t('doneText')} title={t('doneTitle')} />
}

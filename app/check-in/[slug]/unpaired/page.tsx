import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { ForgetDoors } from '@/components/check-in/forget-doors'
import { AnswerPage } from '@/components/ui/answer-page'
import { deviceCookie } from '@/lib/auth/device-cookie'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('devices.unpair')
  return { title: t('doneTitle'), robots: { index: false } }
}

/** Where a phone ends that was unpaired by its holder; it knows no event any more, and neither does this page. */
export default async function UnpairedPage() {
  const [t, jar] = await Promise.all([getTranslations('devices.unpair'), cookies()])
  return (
    <AnswerPage strip={t('strip')} text={t('doneText')} title={t('doneTitle')}>
      {/* A link of somebody else's that leads here takes nothing from a phone that is paired. */}
      {!jar.has(deviceCookie().name) && <ForgetDoors of="device" />}
    </AnswerPage>
  )
}

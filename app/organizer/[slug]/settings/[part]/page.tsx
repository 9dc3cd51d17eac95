import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { settingsParts } from '@/lib/event-forms/schema'
import { EditPart } from '../../edit-part'
import { openDesk } from '../../open-desk'

type Props = {
  params: Promise<{ slug: string; part: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { part } = await params
  const t = await getTranslations('eventForm')
  const known = settingsParts.find((one) => one === part)
  return { title: known ? t(`parts.${known}`) : t('page.back'), robots: { index: false } }
}

export default async function SettingsPartPage({ params, searchParams }: Props) {
  const { slug, part } = await params
  await openDesk(slug, `/settings/${part}`)
  const known = settingsParts.find((one) => one === part) ?? notFound()
  return <EditPart asked={await searchParams} part={known} slug={slug} />
}

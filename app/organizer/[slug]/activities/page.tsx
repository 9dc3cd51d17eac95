import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditPart } from '../edit-part'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('eventForm.parts')
  return { title: t('activities'), robots: { index: false } }
}

export default async function ActivitiesPage({ params, searchParams }: Props) {
  return <EditPart asked={await searchParams} part="activities" slug={(await params).slug} />
}

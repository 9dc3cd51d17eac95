import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ImportCounts } from '@/components/imports/import-counts'
import { targetLabel } from '@/components/imports/import-sentences'
import { ImportStep } from '@/components/imports/import-step'
import { ImportTable } from '@/components/imports/import-table'
import { MappingForm } from '@/components/imports/mapping-form'
import { LinkButton } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { findImport, listImportRows, listSamples } from '@/lib/imports/queries'
import { targetsOf } from '@/lib/imports/rules'
import { importFates } from '@/lib/imports/schema'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../../../open-desk'
import { beginImport, checkColumns, dropList } from './actions'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title'), robots: { index: false } }
}

/** One list: what its columns mean, what would become of its rows, how far it is, and what became of them. */
export default async function ImportListPage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const key = await openDesk(slug, `/attendees/import/${id}`)
  const asked = await searchParams
  const list = await findImport(key, id)
  if (!list) notFound()
  const [t, language, offer] = await Promise.all([
    getTranslations('imports'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
  ])
  const here = `/organizer/${slug}/attendees/import/${id}`
  const isMapping = list.state === 'mapping' || (list.state === 'checked' && asked.change !== undefined)
  const heading = (
    <PageHeading
      above={<TextLink href={`/organizer/${slug}/attendees/import`}>{t('title')}</TextLink>}
      note={t('rowsOf', { rows: list.rows, format: list.format.toUpperCase() })}
      title={t(`titles.${isMapping ? 'mapping' : list.state}`)}
    />
  )
  if (isMapping)
    return (
      <div className="space-y-8">
        {heading}
        <MappingForm
          action={checkColumns.bind(null, slug, id)}
          isRemoteOffered={offer.event.isRemoteOffered}
          list={list}
          samples={await listSamples(key, id)}
          targets={targetsOf(offer).map((value) => ({
            value,
            label: targetLabel(t, value, offer, language),
          }))}
        />
      </div>
    )
  const fate = importFates.find((one) => one === asked.fate)
  const after = Number(asked.after) > 0 ? Math.min(Math.trunc(Number(asked.after)), 1_000_000) : 0
  const report = await listImportRows(key, list, { ...(fate && { fates: [fate] }), after })
  return (
    <div className="space-y-8">
      {heading}
      <ImportStep
        begin={beginImport.bind(null, slug, id)}
        drop={dropList.bind(null, slug, id)}
        here={here}
        list={list}
      />
      <ImportCounts here={here} list={list} />
      <Section
        aside={fate && <TextLink href={here}>{t('allRows')}</TextLink>}
        title={fate ? t(`fates.${fate}`) : t('report')}
      >
        <ImportTable language={language} offer={offer} rows={report.rows} slug={slug} />
        {report.next && (
          <LinkButton className="mt-4" href={`${here}?after=${report.next}${fate ? `&fate=${fate}` : ''}`}>
            {t('more')}
          </LinkButton>
        )}
      </Section>
    </div>
  )
}

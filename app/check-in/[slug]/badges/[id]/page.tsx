import type { Metadata } from 'next'
import { forbidden, notFound, permanentRedirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GiveBadge } from '@/components/check-in/give-badge'
import { LabelPick } from '@/components/check-in/label-pick'
import { BadgeSheets } from '@/components/exports/badge-sheets'
import { PageRule } from '@/components/exports/page-rule'
import { PrintNow } from '@/components/exports/print-now'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { getEventFor } from '@/lib/events/queries'
import { findBadgeFace, isBadgeTicket } from '@/lib/exports/badge-ticket'
import { isId } from '@/lib/ids'
import { readLabels } from '@/lib/labels'
import { PublicPage } from '../../../../public-page'
import { openDoor } from '../../open-door'
import { give, print } from './actions'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkIn.badge')
  return { title: t('title'), robots: { index: false } }
}

/** One badge at the desk. On paper it comes only once history knows of it. */
export default async function DeskBadgePage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const { event: ref, key } = await openDoor(slug)
  if (ref.movedTo) permanentRedirect(`/check-in/${ref.movedTo}/badges/${id}`)
  if (key.rank === 'scan_only') forbidden()
  const { labels: asked, printed, given } = await searchParams
  const wanted = typeof asked === 'string' ? asked : 'roll-62'
  const { name, preset } = readLabels(new URLSearchParams({ labels: wanted }))
  const [t, event, face] = await Promise.all([
    getTranslations('checkIn.badge'),
    getEventFor(key),
    isId(id) ? findBadgeFace(key, id) : null,
  ])
  if (!face) notFound()
  const isNoted = typeof printed === 'string' && isBadgeTicket(key, id, printed)
  const [width, height] = preset.page
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageRule margin="0" size={`${width}mm ${height}mm`} />
      <div className="space-y-5" data-print="hide">
        <PageHeading
          above={<TextLink href={`/check-in/${slug}`}>{event.title}</TextLink>}
          note={t('note')}
          title={t('title')}
        />
        {typeof given === 'string' && /^\d{1,10}$/.test(given) && (
          <Notice>{t('given', { number: given, name: face.name })}</Notice>
        )}
        {isNoted ? (
          <Notice>
            {t('noted')} <PrintNow label={t('again')} />
          </Notice>
        ) : (
          <>
            <LabelPick name={name} />
            <form action={print.bind(null, slug, id, name)}>
              <SubmitButton size="door">{t('print')}</SubmitButton>
            </form>
          </>
        )}
      </div>
      <div className="mt-10" data-print="hide">
        <GiveBadge action={give.bind(null, slug, id)} />
      </div>
      <div className="mt-10 print:mt-0" data-print={isNoted ? undefined : 'hide'}>
        <BadgeSheets badges={[face]} event={event.title} preset={preset} shift={[0, 0]} title={t('title')} />
      </div>
    </PublicPage>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { DownloadIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { getEventFor } from '@/lib/events/queries'
import { countAttendees } from '@/lib/exports/queries'
import { answerColumns } from '@/lib/exports/rules'
import { attendeeColumns, exportFormats } from '@/lib/exports/schema'
import { listPublicQuestions } from '@/lib/questions/queries'
import { openDesk } from '../open-desk'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('exports'), robots: { index: false } }
}

export default async function ExportsPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/exports')
  const [t, count, questions] = await Promise.all([
    getTranslations('organizer'),
    countAttendees(key),
    getEventFor(key).then(listPublicQuestions),
  ])
  const columns = [...attendeeColumns, ...answerColumns(questions).map(({ name }) => name)]
  return (
    <>
      <PageHeading note={t('exports.note')} title={t('rooms.exports')} />
      <Section note={t('exports.attendees', { count })} title={t('rooms.attendees')}>
        <div className="space-y-6">
          <div className="flex flex-wrap gap-3">
            {exportFormats.map((format) => (
              <LinkButton download href={`/organizer/${slug}/exports/attendees.${format}`} key={format}>
                <DownloadIcon />
                {t(`exports.${format}`)}
              </LinkButton>
            ))}
          </div>
          <Facts
            beside
            facts={[
              {
                term: t('exports.columns'),
                value: <code className="text-sm">{columns.join(', ')}</code>,
              },
              { term: t('exports.times'), value: t('exports.timesText') },
              { term: t('exports.lists'), value: t('exports.listsText') },
            ]}
          />
          <Notice title={t('exports.careTitle')}>
            <p>{t('exports.care')}</p>
          </Notice>
        </div>
      </Section>
    </>
  )
}

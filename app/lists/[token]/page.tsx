import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AnswerPage } from '@/components/ui/answer-page'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { type Language, sayDate, sayDay } from '@/lib/dates'
import { findPublicCover } from '@/lib/handouts/queries'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.exports.cover')
  return { title: t('strip'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where a recipient's link leads. Mail scanners follow every link: this page spends nothing, its button does. */
export default async function ListCoverPage({ params }: Props) {
  const { token } = await params
  const [t, formats, language, cover] = await Promise.all([
    getTranslations('organizer.exports.cover'),
    getTranslations('organizer.exports.formats'),
    getLocale() as Promise<Language>,
    findPublicCover(token),
  ])
  if (!cover) return <AnswerPage strip={t('strip')} text={t('goneText')} title={t('gone')} />
  const { event, recipient, purpose, rows } = cover
  const text = t('text', {
    event: event.title,
    day: sayDay(event.startsAt, event.timezone, language),
    rows,
    purpose,
    erase: sayDate(cover.eraseOn, language),
  })
  return (
    <AnswerPage
      accent={event.accent ?? undefined}
      strip={t('strip')}
      text={text}
      title={t('title', { recipient })}
    >
      <form action="/lists/open" className="flex flex-wrap gap-3" method="post">
        <input name="token" type="hidden" value={token} />
        {(['xlsx', 'csv'] as const).map((format) => (
          <SubmitButton
            key={format}
            name="format"
            value={format}
            variant={format === 'xlsx' ? 'primary' : 'secondary'}
          >
            {t('open', { format: formats(format) })}
          </SubmitButton>
        ))}
      </form>
    </AnswerPage>
  )
}

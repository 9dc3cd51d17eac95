import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { kindWord } from '@/components/mails/kind-word'
import { KindChoices } from '@/components/mails/mail-choices'
import { OwnWordsForm } from '@/components/mails/own-words-form'
import { PlaceholderList } from '@/components/mails/placeholder-list'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { getEventFor } from '@/lib/events/queries'
import { languages } from '@/lib/languages'
import { findWordsOf } from '@/lib/mail/list-mail-texts'
import { stateOfWords } from '@/lib/mail/rules'
import { mailView } from '@/lib/mail/schema'
import { previewMail } from '@/lib/operations/queries'
import { openDesk } from '../../open-desk'
import { saveWords } from './actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.texts')
  return { title: t('title'), robots: { index: false } }
}

export default async function MailTextsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/mails/texts')
  const [t, event, asked] = await Promise.all([getTranslations('mail'), getEventFor(key), searchParams])
  const { kind } = mailView.parse(asked)
  const stored = await findWordsOf(key, kind)
  const spoken = languages.filter(({ code }) => event.languages.includes(code))
  const texts = await Promise.all(
    spoken.map(async ({ code }) => ({
      language: code,
      own: stored[code] ?? null,
      house: (await previewMail(key, kind, code)).house,
    })),
  )
  const rooms = `/organizer/${slug}/mails`
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={rooms}>{t('page.back')}</TextLink>}
        note={t('texts.lead')}
        title={t('texts.title')}
      />
      <KindChoices current={kind} hrefOf={(other) => `${rooms}/texts?kind=${other}`} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-3 border-line border-t pt-8">
        <h2 className="text-2xl">{kindWord(t, kind)}</h2>
        <LinkButton href={`${rooms}/preview?kind=${kind}`}>{t('preview.toPreview')}</LinkButton>
      </div>
      {asked.saved && <Notice role="status" title={t('texts.saved')} tone="good" />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <OwnWordsForm
          action={saveWords.bind(null, slug, kind)}
          // The same while it is corrected, another once it is kept: only then does it forget what was typed.
          key={`${kind} ${asked.saved}`}
          seen={stateOfWords(stored)}
          texts={texts}
        />
        <PlaceholderList kind={kind} />
      </div>
    </div>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { kindWord } from '@/components/mails/kind-word'
import { KindChoices, LookChoices } from '@/components/mails/mail-choices'
import { MailContent } from '@/components/mails/mail-content'
import { LinkButton } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { type MailView, mailView } from '@/lib/mail/schema'
import { previewMail } from '@/lib/operations/queries'
import { openDesk } from '../../open-desk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.preview')
  return { title: t('title'), robots: { index: false } }
}

export default async function MailPreviewPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/mails/preview')
  const [t, event, asked] = await Promise.all([getTranslations('mail'), getEventFor(key), searchParams])
  const wish = mailView.parse(asked)
  const isSpoken = wish.language && event.languages.includes(wish.language)
  const language = (isSpoken ? wish.language : event.languages[0]) as Language
  const view: MailView = { ...wish, language }
  const { content, own } = await previewMail(key, view.kind, language)
  const rooms = `/organizer/${slug}/mails`
  const hrefOf = (change: Partial<MailView>) =>
    `${rooms}/preview?${new URLSearchParams({ ...view, ...change } as Record<string, string>)}`
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={rooms}>{t('page.back')}</TextLink>}
        note={t('preview.lead')}
        title={t('preview.title')}
      />
      <KindChoices current={view.kind} hrefOf={(kind) => hrefOf({ kind })} />
      <LookChoices hrefOf={hrefOf} offered={event.languages} view={view} />
      <section aria-labelledby="shown" className="space-y-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-3">
          <h2 className="flex flex-wrap items-center gap-3 text-xl" id="shown">
            {kindWord(t, view.kind)}
            <Tag tone={own ? 'good' : 'info'}>{t(own ? 'preview.own' : 'preview.house')}</Tag>
          </h2>
          <LinkButton href={`${rooms}/texts?kind=${view.kind}`}>{t('preview.write')}</LinkButton>
        </div>
        <Facts
          beside
          facts={[
            { term: t('preview.subject'), value: <span lang={language}>{content.subject}</span> },
            { term: t('preview.preheader'), value: <span lang={language}>{content.preheader}</span> },
          ]}
        />
      </section>
      <MailContent content={content} language={language} width={view.width} />
      <p className="text-muted">{t('preview.onSignIn')}</p>
    </div>
  )
}

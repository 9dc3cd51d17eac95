import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GroupMailStateTag } from '@/components/group-mails/group-mail-state'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import { findGroupMail } from '@/lib/group-mails/queries'
import { titleOf } from '@/lib/group-mails/rules'
import { isId } from '@/lib/ids'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../../../open-desk'
import { DraftView } from './draft-view'
import { SentView } from './sent-view'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groupMails.one')
  return { title: t('title'), robots: { index: false } }
}

export default async function GroupMailPage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const key = await openDesk(slug, `/mails/groups/${id}`)
  const message = isId(id) ? await findGroupMail(key, id) : null
  if (!message) notFound()
  const [t, language, offer, asked] = await Promise.all([
    getTranslations('groupMails'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
    searchParams,
  ])
  const isDraft = message.state === 'draft'
  const said = answerOf(asked.said)
  const rooms = `/organizer/${slug}/mails`
  const sight = { id, slug, eventKey: key, message, language, offer, asked }
  return (
    <div className="max-w-5xl space-y-10">
      <PageHeading
        above={<TextLink href={rooms}>{t('back')}</TextLink>}
        actions={
          <LinkButton href={`${rooms}/write?${isDraft ? 'message' : 'from'}=${id}`}>
            {t(isDraft ? 'one.change' : 'one.again')}
          </LinkButton>
        }
        note={
          <span className="flex flex-wrap items-center gap-3 text-base">
            <GroupMailStateTag state={message.state} />
            {message.sendAt && sayMoment(message.sendAt, offer.event.timezone, language)}
          </span>
        }
        title={<bdi>{titleOf(message.texts) || t('list.untitled')}</bdi>}
      />
      {said && (
        <Notice
          role={said.isGood ? 'status' : 'alert'}
          title={t(`said.${said.word}`)}
          tone={said.isGood ? 'good' : 'warn'}
        />
      )}
      {isDraft ? <DraftView {...sight} /> : <SentView {...sight} />}
    </div>
  )
}

const good = ['tested', 'called_off']
const bad = ['too_often', 'too_late', 'changed_meanwhile', 'group_changed', 'incomplete', 'nobody']

function answerOf(word: string | string[] | undefined) {
  if (typeof word !== 'string' || ![...good, ...bad].includes(word)) return null
  return { word, isGood: good.includes(word) }
}

import { getTranslations } from 'next-intl/server'
import { RecipientNames } from '@/components/group-mails/recipient-names'
import { SendForm } from '@/components/group-mails/send-form'
import { WhoGetsIt } from '@/components/group-mails/who-gets-it'
import { attendeesHref } from '@/components/organizer/attendees-href'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { readFilter } from '@/lib/attendees/rules'
import { sayFilter } from '@/lib/attendees/say-filter'
import { now } from '@/lib/clock'
import { type Language, sayZone } from '@/lib/dates'
import { listRecipientNames, listRecipients } from '@/lib/group-mails/list-recipients'
import { findProblems } from '@/lib/group-mails/rules'
import { fateFilter, type GroupMail } from '@/lib/group-mails/schema'
import type { OrganizerKey } from '@/lib/keys'
import type { EventOffer } from '@/lib/registrations/schema'
import { dropMessage, sendMessage, testMessage } from './actions'
import { LetterView } from './letter-view'

export type Sight = {
  id: string
  slug: string
  eventKey: OrganizerKey
  message: GroupMail
  language: Language
  offer: EventOffer
  asked: Record<string, string | string[] | undefined>
}

/** A message before it goes out: who gets it, how it looks, and the ways to let it go. */
export async function DraftView({ id, slug, eventKey, message, language, offer, asked }: Sight) {
  const { after } = fateFilter.parse(asked)
  const [t, recipients, { names, next }] = await Promise.all([
    getTranslations('groupMails'),
    listRecipients(eventKey, message),
    listRecipientNames(eventKey, message, after),
  ])
  const common = await getTranslations('common')
  const filter = readFilter(message.filter)
  const here = `/organizer/${slug}/mails/groups/${id}`
  const isComplete = findProblems(message.texts).length === 0
  const { timezone } = offer.event
  return (
    <>
      <Section id="who" title={t('who.title')}>
        <div className="space-y-5">
          <WhoGetsIt
            filter={sayFilter(filter, { offer, language })}
            listHref={attendeesHref(slug, filter)}
            recipients={recipients}
            texts={message.texts}
          />
          {names.length > 0 && (
            <RecipientNames
              first={after ? `${here}#who` : null}
              names={names}
              next={next && `${here}?after=${next}#who`}
              slug={slug}
            />
          )}
        </div>
      </Section>
      <LetterView {...{ id, slug, eventKey, message, language, offer, asked }} />
      {isComplete ? (
        <>
          <Section note={t('test.note')} title={t('test.title')}>
            <form action={testMessage.bind(null, slug, id)}>
              <SubmitButton pendingLabel={t('test.sending')} variant="secondary">
                {t('test.send')}
              </SubmitButton>
            </form>
          </Section>
          {recipients.ids.length > 0 && (
            <Section note={t('send.note')} title={t('send.heading')}>
              <SendForm
                action={sendMessage.bind(null, slug, id)}
                mark={recipients.mark}
                people={recipients.ids.length}
                version={message.version}
                zone={`${timezone.replaceAll('_', ' ')}, ${sayZone(now(), timezone)}`}
              />
            </Section>
          )}
        </>
      ) : (
        <Notice title={t('said.incomplete')} tone="warn" />
      )}
      <form action={dropMessage.bind(null, slug, id)} className="border-line border-t pt-6">
        <ConfirmButton
          cancelLabel={common('cancel')}
          confirmLabel={t('drop.confirm')}
          consequence={t('drop.consequence')}
          label={t('drop.label')}
          title={t('drop.title')}
        />
      </form>
    </>
  )
}

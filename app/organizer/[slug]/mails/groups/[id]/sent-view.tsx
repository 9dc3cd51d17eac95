import { getTranslations } from 'next-intl/server'
import { FateFigures } from '@/components/group-mails/fate-figures'
import { FateTable } from '@/components/group-mails/fate-table'
import { StayFresh } from '@/components/organizer/stay-fresh'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { EmptyState } from '@/components/ui/empty-state'
import { ArrowIcon } from '@/components/ui/icons'
import { Meter } from '@/components/ui/meter'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { sayMoment } from '@/lib/dates'
import { countFates, listFates } from '@/lib/group-mails/queries'
import { fateFilter } from '@/lib/group-mails/schema'
import { callOff } from './actions'
import type { Sight } from './draft-view'
import { LetterView } from './letter-view'

/** A message after the press: how far it is, and what became of it for each person. */
export async function SentView(sight: Sight) {
  const { id, slug, eventKey, message, language, offer, asked } = sight
  const filter = fateFilter.parse(asked)
  const [t, common, counts, { rows, next }] = await Promise.all([
    getTranslations('groupMails'),
    getTranslations('common'),
    countFates(eventKey, id),
    listFates(eventKey, id, filter),
  ])
  const here = `/organizer/${slug}/mails/groups/${id}`
  const { timezone } = offer.event
  const people = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const isUnderWay = message.state !== 'scheduled' && counts.waiting > 0
  return (
    <>
      {isUnderWay && (
        <>
          <StayFresh seconds={4} />
          <noscript>
            <p>
              <TextLink href={here}>{t('progress.look')}</TextLink>
            </p>
          </noscript>
        </>
      )}
      <Section title={t('who.title')}>
        <div className="space-y-5">
          <p className="text-lg">
            {t.rich('who.count', {
              count: people,
              b: (words) => <strong className="tabular-nums">{words}</strong>,
            })}{' '}
            (<bdi>{message.filterWords?.[language]}</bdi>)
          </p>
          {message.optedOut > 0 && (
            <p className="text-muted">{t('who.optedOut', { count: message.optedOut })}</p>
          )}
          {message.state === 'scheduled' ? (
            <form action={callOff.bind(null, slug, id)} className="space-y-4">
              <p>{t('scheduled.text', { moment: sayMoment(message.sendAt!, timezone, language) })}</p>
              <ConfirmButton
                cancelLabel={common('cancel')}
                confirmLabel={t('scheduled.confirm')}
                consequence={t('scheduled.consequence')}
                label={t('scheduled.callOff')}
                title={t('scheduled.title')}
              />
            </form>
          ) : (
            <>
              <Meter
                label={t('progress.label')}
                size={people}
                taken={people - counts.waiting}
                words={t('progress.words', { done: people - counts.waiting, people })}
              />
              <FateFigures counts={counts} here={here} />
            </>
          )}
        </div>
      </Section>
      <Section
        aside={filter.fate && <TextLink href={here}>{t('people.all')}</TextLink>}
        id="people"
        title={filter.fate ? t('people.only', { fate: t(`fates.${filter.fate}`) }) : t('people.title')}
      >
        {rows.length > 0 ? (
          <FateTable language={language} rows={rows} slug={slug} timezone={timezone} />
        ) : (
          <EmptyState title={t('people.empty')} />
        )}
        {next && (
          <p className="mt-6">
            <LinkButton
              href={`${here}?${new URLSearchParams({ ...(filter.fate && { fate: filter.fate }), after: next })}#people`}
            >
              {t('who.nextPage')}
              <ArrowIcon />
            </LinkButton>
          </p>
        )}
      </Section>
      <LetterView {...sight} />
    </>
  )
}

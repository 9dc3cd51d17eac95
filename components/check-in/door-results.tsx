import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Tag } from '@/components/ui/tag'
import { isSearchable } from '@/lib/check-in/rules'
import type { DoorRow } from '@/lib/check-in/schema'
import type { Language } from '@/lib/dates'
import { sayArrival } from './say-arrival'
import { type Desk, type DeskAction, TapForm } from './tap-form'

type Found = DoorRow & { factId: string }

type DoorResultsProps = {
  people: Found[]
  text: string
  desk: Desk
  recordTap: DeskAction
  timezone: string
  language: Language
}

const mostShown = 10

export function DoorResults({ people, text, desk, recordTap, timezone, language }: DoorResultsProps) {
  const t = useTranslations('checkIn')
  if (people.length === 0) {
    const missing = isSearchable(text) ? 'nobody' : 'tooShort'
    return <EmptyState title={t(`results.${missing}`, { text })}>{t(`results.${missing}Hint`)}</EmptyState>
  }
  return (
    <section aria-label={t('results.title')}>
      <ul className="space-y-3">
        {people.map((person) => (
          <li key={person.registrationId}>
            <TapForm
              action={recordTap}
              desk={desk}
              values={{ id: person.factId, registrationId: person.registrationId, kind: 'arrive' }}
            >
              <SubmitButton className="min-h-20 text-left" size="door" variant="secondary">
                <span className="min-w-0 flex-1">
                  <span className="sr-only">{t('results.checkIn')} </span>
                  <bdi className="block break-words font-bold">{person.name}</bdi>
                  {person.legalName && person.legalName !== person.name && (
                    <bdi className="block break-words font-normal text-base">{person.legalName}</bdi>
                  )}
                  <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 font-normal text-base text-muted">
                    <State language={language} person={person} timezone={timezone} />
                    {person.organization && <bdi className="min-w-0 break-words">{person.organization}</bdi>}
                    {person.codeEnd && <span className="tabular-nums">…{person.codeEnd}</span>}
                  </span>
                </span>
              </SubmitButton>
            </TapForm>
          </li>
        ))}
      </ul>
      {people.length === mostShown && <p className="mt-3 text-muted">{t('results.more')}</p>}
    </section>
  )
}

type StateProps = { person: Found; timezone: string; language: Language }

function State({ person, timezone, language }: StateProps) {
  const t = useTranslations('checkIn')
  if (person.arrivedAt) {
    return (
      <Tag tone="wait">{t('state.here', { when: sayArrival(person.arrivedAt, timezone, language) })}</Tag>
    )
  }
  return <Tag tone={person.status === 'confirmed' ? 'good' : 'bad'}>{t(`state.${person.status}`)}</Tag>
}

import { useTranslations } from 'next-intl'
import { type Language, sayMoment } from '@/lib/dates'
import { changeState, frozenFrom, mayTransfer } from '@/lib/registrations/rules'
import type { MyRegistration } from '@/lib/registrations/schema'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'

type NextStepsProps = { mine: MyRegistration; language: Language; now: Date }

/** What somebody can still do with their registration, and until when. */
export function NextSteps({ mine, language, now }: NextStepsProps) {
  const t = useTranslations('change.next')
  const { event } = mine.offer
  const state = changeState(event, mine, now)
  const until = sayMoment(frozenFrom(event, mine.presence), event.timezone, language)
  const steps = [
    state === 'open' && { path: 'edit', words: t('edit'), note: t('editUntil', { until }) },
    state === 'frozen' && { path: 'edit', words: t('late') },
    mine.status !== 'cancelled' && { path: 'email', words: t('email') },
    mayTransfer(event, mine, now) && { path: 'transfer', words: t('transfer') },
    { path: 'data', words: t('data') },
    mine.cancelReason !== 'erased' && { path: 'erase', words: t('erase') },
  ].filter((step) => step !== false)
  return (
    <Section className="print:hidden" level={3} title={t('title')}>
      <ul className="divide-y divide-line border-line border-y">
        {steps.map(({ path, words, note }: { path: string; words: string; note?: string }) => (
          <li className="flex flex-wrap items-baseline gap-x-3 py-2.5" key={path}>
            <TextLink className="inline-flex min-h-6 items-center" href={`/my/${path}/${mine.id}`}>
              {words}
            </TextLink>
            {note && <span className="text-muted text-sm">{note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { sayAnswer } from '@/components/questions/say-answer'
import { Facts } from '@/components/ui/facts'
import { CheckIcon, ClockIcon, CrossIcon, type IconProps, UndoIcon } from '@/components/ui/icons'
import { NoCameraMark } from '@/components/ui/no-camera-mark'
import { callName, isInside } from '@/lib/check-in/rules'
import {
  type ArrivalCard,
  type ArrivalPerson,
  deskDevice,
  type ScanOutcome,
  type ScanRefusal,
} from '@/lib/check-in/schema'
import { type Language, sayShortDay } from '@/lib/dates'
import { labelOf } from '@/lib/questions/rules'
import { sayArrival } from './say-arrival'

type DoorAnswerProps = {
  card: ArrivalCard
  timezone: string
  language: Language
  /** What there is to know about the answer itself. */
  note?: string
}

/** One answer, readable at arm's length: colour, pictogram and words say the same. */
export function DoorAnswer({ card, timezone, language, note }: DoorAnswerProps) {
  const t = useTranslations('checkIn')
  const { person } = card
  const { ground, Icon } = looks[card.outcome]
  return (
    <div data-outcome={card.outcome}>
      <section
        className={`flex min-h-[38dvh] flex-col justify-center gap-3 px-5 py-8 low:min-h-0 low:gap-1 low:py-3 shadow-[0_0_0_100vmax] [clip-path:inset(0_-100vmax)] sm:px-8 ${ground}`}
      >
        <Icon size={56} />
        <h2 className="break-words text-door low:text-4xl">
          <Headline card={card} language={language} timezone={timezone} />
        </h2>
        {person && (
          <p className="break-words text-xl">
            <bdi className="font-semibold">{person.name}</bdi>
            {person.organization && (
              <>
                {' · '}
                <bdi>{person.organization}</bdi>
              </>
            )}
          </p>
        )}
        {card.firstDevice && card.firstDevice !== deskDevice && (
          <p className="text-lg">{t('answer.device', { device: card.firstDevice })}</p>
        )}
        {card.isForced && <p className="text-lg">{t('answer.forced')}</p>}
        {person && isIn(card) && <HandOut person={person} />}
        {note && <p className="text-base">{note}</p>}
      </section>
      {person?.photo === 'no_camera' && isIn(card) && (
        <section className="border-bad border-y-4 bg-surface px-5 py-6 sm:mx-8 sm:mt-5 sm:rounded sm:border-4 sm:px-6">
          <NoCameraMark label={t('sticker.title')} size="large" />
          <p className="mt-3 text-lg">{t('sticker.text')}</p>
        </section>
      )}
      {person && isIn(card) && <AnswersAtTheDoor answers={person.answers} language={language} />}
    </div>
  )
}

function HandOut({ person: { badge, activities, meals = [] } }: { person: ArrivalPerson }) {
  const t = useTranslations('checkIn')
  return (
    <>
      {badge && <p className="font-bold text-2xl tabular-nums">{t('handOut.badge', { badge })}</p>}
      {activities.length > 0 && (
        <p className="text-lg">{t('answer.activities', { activities: activities.join(' · ') })}</p>
      )}
      {meals.length > 0 && <p className="text-lg">{t('handOut.meals', { meals: meals.join(' · ') })}</p>}
    </>
  )
}

type AnswersProps = { answers: ArrivalPerson['answers']; language: Language }

function AnswersAtTheDoor({ answers, language }: AnswersProps) {
  const t = useTranslations('questions')
  if (answers.length === 0) return null
  return (
    <Facts
      className="px-5 pt-5 text-lg sm:px-8"
      facts={answers.map(({ question, value }) => ({
        key: question.key,
        term: labelOf(question, language),
        value: (
          <bdi className="whitespace-pre-line break-words">{sayAnswer(question, value, language, t)}</bdi>
        ),
      }))}
    />
  )
}

function Headline({ card, timezone, language }: DoorAnswerProps) {
  const t = useTranslations('checkIn')
  const name = card.person ? callName(card.person.name) : ''
  if (card.outcome === 'arrived') return t('answer.arrived', { name })
  if (card.outcome === 'undone') return t(isInside(card) ? 'answer.undoneLeft' : 'answer.undone', { name })
  if (card.outcome === 'left') return t('answer.left', { name })
  if (card.outcome === 'already_arrived') {
    return t('answer.alreadyArrived', { when: sayArrival(card.at, timezone, language) })
  }
  const cancelledAt = card.person?.cancelledAt
  const day = cancelledAt ? sayShortDay(cancelledAt, timezone, language) : 'none'
  return t(refusals[card.reason ?? 'unknown'], { name, day })
}

const isIn = ({ outcome }: ArrivalCard): boolean => outcome === 'arrived' || outcome === 'already_arrived'

const looks: Record<ScanOutcome, { ground: string; Icon: ComponentType<IconProps> }> = {
  arrived: { ground: 'bg-good text-good-ink shadow-good', Icon: CheckIcon },
  already_arrived: { ground: 'bg-wait text-wait-ink shadow-wait', Icon: ClockIcon },
  refused: { ground: 'bg-bad text-bad-ink shadow-bad', Icon: CrossIcon },
  left: { ground: 'bg-info text-info-ink shadow-info', Icon: UndoIcon },
  undone: { ground: 'bg-info text-info-ink shadow-info', Icon: UndoIcon },
}

const refusals = {
  unknown: 'refused.unknown',
  unknown_point: 'refused.unknown_point',
  unverified: 'refused.unverified',
  pending_approval: 'refused.pending_approval',
  waitlisted: 'refused.waitlisted',
  cancelled: 'refused.cancelled',
  nothing_to_undo: 'refused.nothing_to_undo',
  no_exit: 'refused.no_exit',
  not_inside: 'refused.not_inside',
} as const satisfies Record<ScanRefusal, string>

import { getLocale, getTranslations } from 'next-intl/server'
import { AfterAnswer } from '@/components/check-in/after-answer'
import { DoorAnswer } from '@/components/check-in/door-answer'
import { DoorHeader } from '@/components/check-in/door-header'
import { DoorNextSteps } from '@/components/check-in/door-next-steps'
import { DoorResults } from '@/components/check-in/door-results'
import { DoorSearch } from '@/components/check-in/door-search'
import { Notice } from '@/components/ui/notice'
import { SkipLink } from '@/components/ui/skip-link'
import { countArrivals, findAtTheDoor, mayOverrule } from '@/lib/check-in/queries'
import { isOverrulable, isPractice } from '@/lib/check-in/rules'
import type { ArrivalCard, DoorPoint } from '@/lib/check-in/schema'
import { now } from '@/lib/clock'
import { type Language, sayMoment } from '@/lib/dates'
import type { getEventFor } from '@/lib/events/queries'
import { newId } from '@/lib/ids'
import type { CheckInKey } from '@/lib/keys'
import { answerAboutPhotos, recordTap } from './actions'
import { DoorFoot } from './door-foot'

type PlainDoorProps = {
  slug: string
  holder: CheckInKey
  event: Awaited<ReturnType<typeof getEventFor>>
  points: DoorPoint[]
  point: DoorPoint
  text: string
  card: ArrivalCard | null
}

/** The door as it is sent: one search, one tap, one answer, each a page of its own, also without JavaScript. */
export async function PlainDoor({ slug, holder, event, points, point, text, card }: PlainDoorProps) {
  const [t, common, language] = await Promise.all([
    getTranslations('checkIn'),
    getTranslations('common'),
    getLocale() as Promise<Language>,
  ])
  const [count, people, may] = await Promise.all([
    countArrivals(holder, point.key),
    findAtTheDoor(holder, point.key, text),
    mayOverrule(holder),
  ])
  const desk = { slug, point: point.key }
  const isNext = card !== null && text === ''
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={common('skip')} />
      <DoorHeader
        count={count}
        mayLeave={!holder.deviceId}
        point={point}
        points={points}
        slug={slug}
        title={event.title}
      />
      <main className="mx-auto w-full max-w-measure flex-1 outline-none" id="main" tabIndex={-1}>
        <div role="status">
          {card && <DoorAnswer card={card} language={language} timezone={event.timezone} />}
        </div>
        {card && (
          <DoorNextSteps
            answerAboutPhotos={answerAboutPhotos}
            card={card}
            desk={desk}
            ids={{ undo: newId(), force: newId(), id: newId(), sticker: newId() }}
            mayPrint={holder.rank !== 'scan_only'}
            mayForce={may && isOverrulable(card)}
            recordTap={recordTap}
          />
        )}
        <div className={isNext ? 'contents' : 'space-y-5 px-4 py-5 sm:px-8'}>
          {!card && isPractice(event, now()) && (
            <Notice>{t('practice', { when: sayMoment(event.startsAt, event.timezone, language) })}</Notice>
          )}
          <DoorSearch
            isNext={isNext}
            key={card?.factId}
            mayNames={holder.rank !== 'scan_only'}
            point={point.key}
            text={text}
          />
          {text !== '' && (
            <DoorResults
              desk={desk}
              language={language}
              people={people.map((person) => ({ ...person, factId: newId() }))}
              recordTap={recordTap}
              text={text}
              timezone={event.timezone}
            />
          )}
        </div>
        {!isNext && <DoorFoot holder={holder} slug={slug} />}
        <AfterAnswer answer={card?.factId ?? null} outcome={card?.outcome ?? null} />
      </main>
    </div>
  )
}

import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AfterAnswer } from '@/components/check-in/after-answer'
import { DoorAnswer } from '@/components/check-in/door-answer'
import { DoorHeader } from '@/components/check-in/door-header'
import { DoorNextSteps } from '@/components/check-in/door-next-steps'
import { DoorResults } from '@/components/check-in/door-results'
import { DoorSearch } from '@/components/check-in/door-search'
import { Notice } from '@/components/ui/notice'
import { SkipLink } from '@/components/ui/skip-link'
import {
  countArrivals,
  findArrivalCard,
  findAtTheDoor,
  listPoints,
  mayOverrule,
} from '@/lib/check-in/queries'
import { choosePoint, isOverrulable, isPractice } from '@/lib/check-in/rules'
import { now } from '@/lib/clock'
import { type Language, sayMoment } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { isId, newId } from '@/lib/ids'
import { answerAboutPhotos, recordTap } from './actions'
import { DoorFoot } from './door-foot'
import { openDoor } from './open-door'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function CheckInPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { event: ref, key } = await openDoor(slug)
  const asked = await searchParams
  if (ref.movedTo) permanentRedirect(addressWith(`/check-in/${ref.movedTo}`, asked))
  const [t, common, language] = await Promise.all([
    getTranslations('checkIn'),
    getTranslations('common'),
    getLocale() as Promise<Language>,
  ])

  const [event, points] = await Promise.all([getEventFor(key), listPoints(key)])
  const point = choosePoint(points, oneOf(asked.point))
  if (!point) return <NoPoint text={t('noPoint.text')} title={t('noPoint.title')} />
  const text = oneOf(asked.q)?.trim() ?? ''
  const answer = oneOf(asked.answer)
  const [count, people, card, may] = await Promise.all([
    countArrivals(key, point.key),
    findAtTheDoor(key, point.key, text),
    answer && isId(answer) ? findArrivalCard(key, answer) : null,
    mayOverrule(key),
  ])
  const desk = { slug, point: point.key }
  const isNext = card !== null && text === ''

  return (
    <div className="flex min-h-dvh flex-col" data-accent={event.accent ?? undefined}>
      <SkipLink label={common('skip')} />
      <DoorHeader count={count} point={point} points={points} slug={slug} title={event.title} />
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
            mayForce={may && isOverrulable(card)}
            recordTap={recordTap}
          />
        )}
        <div className={isNext ? 'contents' : 'space-y-5 px-4 py-5 sm:px-8'}>
          {!card && isPractice(event, now()) && (
            <Notice>{t('practice', { when: sayMoment(event.startsAt, event.timezone, language) })}</Notice>
          )}
          <DoorSearch isNext={isNext} key={answer} point={point.key} text={text} />
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
        {!isNext && <DoorFoot holder={key} slug={slug} />}
        <AfterAnswer answer={card?.factId ?? null} outcome={card?.outcome ?? null} />
      </main>
    </div>
  )
}

function NoPoint({ title, text }: { title: string; text: string }) {
  return (
    <main className="mx-auto max-w-measure space-y-5 px-5 py-8" id="main">
      <h1 className="text-2xl">{title}</h1>
      <p>{text}</p>
    </main>
  )
}

/** Who taps on a page that was opened before a rename still sees the answer. */
function addressWith(path: string, asked: Awaited<Props['searchParams']>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, oneOf(value)!]] : []))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

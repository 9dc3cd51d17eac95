import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { DoorTakeOver } from '@/components/check-in/door/door-take-over'
import { findArrivalCard, listPoints } from '@/lib/check-in/queries'
import { choosePoint } from '@/lib/check-in/rules'
import { getEventFor } from '@/lib/events/queries'
import { isId } from '@/lib/ids'
import { DoorFoot } from './door-foot'
import { openDoor } from './open-door'
import { PlainDoor } from './plain-door'

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
  const [event, points, messages] = await Promise.all([getEventFor(key), listPoints(key), getMessages()])
  const point = choosePoint(points, oneOf(asked.point))
  if (!point) return <NoPoint />
  const text = oneOf(asked.q)?.trim() ?? ''
  const answer = oneOf(asked.answer)
  const card = answer && isId(answer) ? await findArrivalCard(key, answer) : null
  const plain = <PlainDoor {...{ slug, event, points, point, text, card }} holder={key} />
  const { checkIn, questions, errors, team, devices, register } = messages
  const said = { checkIn, questions, errors, team, devices, register: walkInWords(register) }
  return (
    <div data-accent={event.accent ?? undefined}>
      <link crossOrigin="use-credentials" href={`/check-in/${slug}/manifest.webmanifest`} rel="manifest" />
      {card ? (
        // Whoever is not taken over yet stays where they are until they have read the answer.
        plain
      ) : (
        <NextIntlClientProvider formats={null} messages={said}>
          <DoorTakeOver
            foot={<DoorFoot holder={key} slug={slug} />}
            setting={{
              slug,
              eventId: event.id,
              holder: key.deviceId ? 'device' : 'account',
              point: oneOf(asked.point),
            }}
            text={text}
          >
            {plain}
            {/* The service worker keeps only a page that says that nobody stands on it. */}
            {text === '' && <span data-door-shell="" hidden />}
          </DoorTakeOver>
        </NextIntlClientProvider>
      )}
    </div>
  )
}

async function NoPoint() {
  const t = await getTranslations('checkIn')
  return (
    <main className="mx-auto max-w-measure space-y-5 px-5 py-8" id="main">
      <h1 className="text-2xl">{t('noPoint.title')}</h1>
      <p>{t('noPoint.text')}</p>
    </main>
  )
}

/** Who taps on a page that was opened before a rename still sees the answer. */
function addressWith(path: string, asked: Awaited<Props['searchParams']>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, oneOf(value)!]] : []))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** What somebody new is asked without network, too; the rest of the registration form stays away. */
const walkInWords = (words: Awaited<ReturnType<typeof getMessages>>['register']) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => askedOfWalkIns.test(key)))

const askedOfWalkIns = /^(name|email|organization|legalName)(Hint)?$|^photo(_|$)|^optional$/

const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

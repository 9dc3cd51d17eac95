import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { sayDate } from '@/lib/dates'
import type { GiveRoomRefusal, MyRoom } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'
import { GiveRoom } from './give-room'

type PersonRoomProps = {
  room: MyRoom
  name: string
  language: Language
  said: string | string[] | undefined
  book: () => Promise<void>
  release: () => Promise<void>
  give: (state: FormState, data: FormData) => Promise<FormState>
}

/** One person's room, and what an organizer knows or decides about it. */
export function PersonRoom({ room, name, language, said, book, release, give }: PersonRoomProps) {
  const [t, mine] = [useTranslations('organizer.room'), useTranslations('my.room')]
  const { state } = room
  const done = typeof said === 'string' && Object.hasOwn(tones, said) ? (said as keyof typeof tones) : null
  const isWanted = state === 'waiting' || state === 'wished'
  return (
    <Section
      aside={
        <Tag tone={room.state === 'held' || state === 'confirmed' ? 'good' : 'wait'}>
          {mine(`states.${state}`)}
        </Tag>
      }
      id="room"
      note={[room.hotel, room.roomType, room.nights.map((night) => sayDate(night, language)).join(', ')]
        .filter(Boolean)
        .join(' · ')}
      title={t('title')}
    >
      <div className="space-y-4" data-stay-state={state}>
        {done && <Notice role="status" title={t(`done.${done}`)} tone={tones[done]} />}
        {(room.roommate || room.named) && (
          <p>
            {t(room.roommate ? 'with' : 'named')}{' '}
            <bdi className="font-medium">{room.roommate ?? room.named}</bdi>
          </p>
        )}
        <div className="flex flex-wrap items-start gap-3">
          {state === 'held' && !room.isOffered && (
            <form action={book}>
              <SubmitButton variant="secondary">{t('markBooked')}</SubmitButton>
            </form>
          )}
          {(state === 'held' || state === 'confirmed') && (
            <form action={release}>
              <ConfirmButton
                cancelLabel={t('keep')}
                confirmLabel={t('releaseConfirm')}
                consequence={t('releaseText')}
                label={t('release')}
                title={t('releaseTitle', { name })}
              />
            </form>
          )}
        </div>
        {isWanted && room.isIn && <GiveRoom action={give} />}
      </div>
    </Section>
  )
}

type Said = (typeof en & typeof de)['organizer']['room']['refusals']
// A new refusal without words in both languages does not compile.
const sentences = (words: Said) => words satisfies Record<GiveRoomRefusal, string>

export const giveRoomSentence = (
  t: ReturnType<typeof useTranslations<'organizer.room'>>,
  refusal: keyof ReturnType<typeof sentences>,
): string => t(`refusals.${refusal}`)

const tones = {
  booked: 'good',
  released: 'good',
  given: 'good',
  no_room: 'warn',
} as const satisfies Record<keyof (typeof en)['organizer']['room']['done'], 'good' | 'warn'>

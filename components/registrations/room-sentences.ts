import type { useTranslations } from 'next-intl'
import { sayDate } from '@/lib/dates'
import type { BookingRefusal, MyRoom, PartRefusal, RoommateRefusal } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Said = (typeof en & typeof de)['my']['room']['refusals']
// A new refusal without words in both languages does not compile.
const said = (words: Said) => words satisfies Record<RoommateRefusal | PartRefusal | BookingRefusal, string>

export const roomRefusalSentence = (t: Translate, refusal: keyof ReturnType<typeof said>): string =>
  t(`refusals.${refusal}`)

/** What the state of a room means for its person. */
export function roomSentence(t: Translate, room: MyRoom, language: Language): string {
  const { state, ahead, isIn, isOffered, isReleased, hasLine, releaseOn } = room
  if (state === 'waiting') return t('waiting', { ahead: ahead ?? 0 })
  if (state === 'wished' && !isIn) return t(hasLine ? 'wishedFirst' : 'wishedAlone')
  if (state === 'wished') return t(isReleased ? 'wishedLate' : 'wished')
  if (state !== 'held') return t(state)
  if (isOffered) return t('offered')
  return releaseOn && !isReleased ? t('heldUntil', { date: sayDate(releaseOn, language) }) : t('held')
}

type Translate = ReturnType<typeof useTranslations<'my.room'>>

import { useTranslations } from 'next-intl'
import { inputClass } from '@/components/ui/form/field-words'
import { Choice, type Option, Ticks } from '@/components/ui/form/filter-controls'
import {
  type AttendeeFilter,
  cancelReasons,
  lineWords,
  photoWords,
  presenceWords,
  roomWords,
  sourceWords,
  statuses,
  yesNo,
} from '@/lib/attendees/schema'
import { type Language, sayDate } from '@/lib/dates'
import { languages } from '@/lib/languages'
import { diets } from '@/lib/meals/schema'
import { labelOf } from '@/lib/questions/rules'
import type { QuestionView } from '@/lib/questions/schema'
import type { EventOffer } from '@/lib/registrations/schema'

type FilterFieldsProps = { filter: AttendeeFilter; offer: EventOffer; tags: string[]; language: Language }

/** Everything that can be asked for, in the order in which a filter says it; what an event has not is left out. */
export function FilterFields({ filter, offer, tags, language }: FilterFieldsProps) {
  const [t, f] = [useTranslations('organizer'), useTranslations('organizer.filter')]
  const words = <Word extends string>(list: readonly Word[], say: (word: Word) => string): Option[] =>
    list.map((value) => ({ value, label: say(value) }))
  const dates = (list: (string | null)[]) =>
    [...new Set(list)]
      .flatMap((day) => (day ? [{ value: day, label: sayDate(day, language) }] : []))
      .sort(byValue)
  const { days } = offer.event.pools
  const types = offer.hotels.flatMap((hotel) =>
    hotel.roomTypes.map((type) => ({ ...type, hotel: hotel.name })),
  )
  const dishes = offer.meals.flatMap(({ title, options }) => options.map((dish) => ({ ...dish, title })))
  const hasHall = offer.event.isRemoteOffered || offer.activities.some(({ alone }) => alone)
  const ticks = (name: Ticked, options: Option[]) => (
    <Ticks chosen={filter[name] ?? []} label={f(`labels.${name}`)} name={name} options={options} />
  )
  const choice = (name: Chosen) => (
    <Choice
      all={t('list.all')}
      label={t(`list.choices.${name}`)}
      name={name}
      options={words(yesNo, (word) => f(`${name}.${word}`))}
      value={filter[name]}
    />
  )
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
      {ticks('status', [
        { value: 'live', label: t('list.live') },
        ...words(statuses, (word) => t(`status.${word}`)),
      ])}
      {ticks(
        'reason',
        words(cancelReasons, (word) => t(`cancelled.${word}`)),
      )}
      {ticks(
        'presence',
        words(hasHall ? presenceWords : [], (word) => t(`presence.${word}`)),
      )}
      {ticks('day', dates(days.map(({ day }) => day)))}
      {ticks(
        'activity',
        offer.activities.map(({ key, title }) => ({ value: key, label: title })),
      )}
      {ticks(
        'option',
        dishes.map(({ id, title, name }) => ({ value: id, label: `${title}: ${name}` })),
      )}
      {ticks(
        'diet',
        words(offer.meals.length > 0 ? ([...diets, 'unsaid'] as const) : [], (word) =>
          word === 'unsaid' ? f('unsaid') : t(`diet.${word}`),
        ),
      )}
      {ticks(
        'hotel',
        several(offer.hotels).map(({ key, name }) => ({ value: key, label: name })),
      )}
      {ticks(
        'roomType',
        several(types).map(({ id, hotel, name }) => ({ value: id, label: `${hotel}, ${name}` })),
      )}
      {ticks('night', dates(types.flatMap(({ nights }) => nights.map(({ night }) => night))))}
      {ticks(
        'room',
        words(types.length > 0 ? roomWords : [], (word) => f(`room.${word}`)),
      )}
      {ticks(
        'waiting',
        words(offer.event.waiting === 'off' ? [] : lineWords, (word) => f(`waiting.${word}`)),
      )}
      {ticks(
        'photo',
        words(photoWords, (word) => t(`photo.${word}`)),
      )}
      {ticks(
        'source',
        words(sourceWords, (word) => t(`source.${word}`)),
      )}
      {ticks(
        'language',
        languages.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {ticks(
        'tag',
        tags.map((tag) => ({ value: tag, label: tag })),
      )}
      {ticks(
        'mail',
        words(['waiting', 'failed'] as const, (word) => f(`mail.${word}`)),
      )}
      {offer.questions.map((question) => (
        <Asked filter={filter} key={question.key} language={language} question={question} />
      ))}
      <div className="space-y-4">
        {(types.length > 0 || filter.sharing) && choice('sharing')}
        {choice('arrived')}
        {choice('coming')}
        {(offer.event.waiting === 'offer' || filter.offered) && choice('offered')}
      </div>
      <div className="space-y-4">
        {choice('listed')}
        {choice('needs')}
        {choice('note')}
      </div>
      <div className="space-y-4">
        {(['from', 'to'] as const).map((name) => (
          <label className="block space-y-1.5" key={name}>
            <span className="block font-semibold text-sm">{t(`list.choices.${name}`)}</span>
            <input
              className={inputClass}
              defaultValue={filter[name]}
              key={filter[name]}
              name={name}
              type="date"
            />
          </label>
        ))}
      </div>
    </div>
  )
}

type Ticked =
  | 'status'
  | 'reason'
  | 'presence'
  | 'day'
  | 'activity'
  | 'option'
  | 'diet'
  | 'hotel'
  | 'roomType'
  | 'night'
  | 'room'
  | 'waiting'
  | 'photo'
  | 'source'
  | 'language'
  | 'tag'
  | 'mail'
type Chosen = 'sharing' | 'arrived' | 'coming' | 'offered' | 'listed' | 'needs' | 'note'

/** What was answered to one of the event's questions: options are ticked, words are searched. */
function Asked({
  question,
  filter,
  language,
}: {
  question: QuestionView
  filter: AttendeeFilter
  language: Language
}) {
  const [t, f] = [useTranslations('organizer.list'), useTranslations('organizer.filter')]
  const name = `answer.${question.key}`
  const label = labelOf(question, language)
  const chosen = filter.answers?.[question.key] ?? []
  if (question.options.length > 0) {
    const options = question.options.map((value) => ({ value, label: value }))
    return <Ticks chosen={chosen} label={label} name={name} options={options} />
  }
  if (question.type === 'yes_no') {
    const options = yesNo.map((value) => ({ value, label: f(`yesNo.${value}`) }))
    return <Choice all={t('all')} label={label} name={name} options={options} value={chosen[0]} />
  }
  return (
    <label className="block space-y-1.5">
      <span className="block break-words font-semibold text-sm">{label}</span>
      <input
        className={inputClass}
        defaultValue={chosen[0]}
        key={chosen[0]}
        maxLength={300}
        name={name}
        type={question.type === 'date' ? 'date' : 'text'}
      />
    </label>
  )
}

const several = <Thing,>(list: Thing[]): Thing[] => (list.length > 1 ? list : [])
const byValue = (one: Option, other: Option) => (one.value < other.value ? -1 : 1)

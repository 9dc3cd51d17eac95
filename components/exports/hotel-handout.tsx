import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import type { ChangeCount } from '@/lib/exports/schema'
import { ChangeWords } from './change-words'

type HotelHandoutProps = {
  slug: string
  hotel: { id: string; key: string; name: string }
  people: number
  /** The list as this page tells it: only that one can be the one the hotel has. */
  seen: string
  last: ChangeCount | null
  /** Made with the page: two presses are one list. */
  handoutId: string
  timezone: string
  language: Language
  handOver: (slug: string, data: FormData) => Promise<void>
}

/** One hotel: its list now, what changed since it got one, and the button that says it has this one. */
export function HotelHandout({
  slug,
  hotel,
  people,
  seen,
  last,
  handoutId,
  handOver,
  ...said
}: HotelHandoutProps) {
  const t = useTranslations('organizer.exports.handout')
  const formats = useTranslations('organizer.exports.formats')
  const href = `/organizer/${slug}/exports/rooming`
  const asked = `hotel=${encodeURIComponent(hotel.key)}`
  return (
    <Section
      note={
        last
          ? t('lastHanded', {
              hotel: hotel.name,
              count: last.rows,
              when: sayMoment(last.frozenAt, said.timezone, said.language),
            })
          : t('neverHanded', { hotel: hotel.name })
      }
      title={hotel.name}
    >
      <div className="space-y-3 rounded border border-line bg-surface p-5">
        <p className="font-semibold">
          {t('rows', { count: people })}
          {last && ' · '}
          {last && <ChangeWords changes={last.changes} />}
        </p>
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {(['csv', 'xlsx', 'json', 'pdf', 'print'] as const).map((format) => (
            <li key={format}>
              <TextLink document href={`${href}.${format}?${asked}`}>
                {t('file', { format: formats(format) })}
              </TextLink>
            </li>
          ))}
          {last &&
            (['csv', 'xlsx', 'print'] as const).map((format) => (
              <li key={`since ${format}`}>
                <TextLink document href={`${href}.${format}?${asked}&since=last`}>
                  {t('deltaFile', { format: formats(format) })}
                </TextLink>
              </li>
            ))}
        </ul>
        <form action={handOver.bind(null, slug)}>
          <input name="id" type="hidden" value={handoutId} />
          <input name="hotel" type="hidden" value={hotel.id} />
          <input name="seen" type="hidden" value={seen} />
          <ConfirmButton
            cancelLabel={t('handOverNot')}
            confirmLabel={t('handOverConfirm')}
            consequence={t('handOverText', { hotel: hotel.name, count: people })}
            isHarmless
            label={t('handOver')}
            title={t('handOverTitle', { hotel: hotel.name })}
            variant="secondary"
          />
        </form>
      </div>
    </Section>
  )
}

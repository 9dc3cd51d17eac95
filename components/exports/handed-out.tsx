import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import type { ChangeCount } from '@/lib/exports/schema'
import type { HandoutList } from '@/lib/handouts/schema'
import { ChangeWords } from './change-words'

type Standing = { people: number; last: ChangeCount | null; hotel?: { name: string } }

/** On the card of a list that is frozen when it leaves: what became different since, and the way to hand it out. */
export function HandedOut({
  slug,
  list,
  standings,
}: {
  slug: string
  list: HandoutList
  standings: Standing[]
}) {
  const t = useTranslations('organizer.exports.handout')
  return (
    <div className="space-y-2">
      {standings.map(({ people, last, hotel }) => (
        <p key={hotel?.name ?? list}>
          {hotel && <strong>{hotel.name}: </strong>}
          {last ? (
            <ChangeWords changes={last.changes} />
          ) : list === 'access' ? (
            t('once')
          ) : (
            t('rows', { count: people })
          )}
        </p>
      ))}
      <LinkButton href={`/organizer/${slug}/exports/${list}`}>
        {t(list === 'access' ? 'freeze' : 'handOverTo')}
      </LinkButton>
    </div>
  )
}

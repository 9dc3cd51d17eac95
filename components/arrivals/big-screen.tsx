import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'
import { Bar } from '@/components/ui/bar'
import type { ArrivalBoard } from '@/lib/arrivals/schema'
import type { DoorCount } from '@/lib/check-in/schema'

type BigScreenProps = {
  slug: string
  title: string
  door: DoorCount
  board: ArrivalBoard
  asOf: string
  hasNames: boolean
}

/** Arrivals for a wall: read from eight metres, nothing to scroll, and no name unless somebody chose so. */
export function BigScreen({ slug, title, door, board, asOf, hasNames }: BigScreenProps) {
  const t = useTranslations('arrivals')
  const here = `/organizer/${slug}/arrivals`
  return (
    <main className="flex h-dvh flex-col gap-[3vh] overflow-hidden bg-paper p-[4vmin] text-ink">
      <h1 className="truncate font-bold text-[max(1.25rem,5vmin)] leading-tight">{title}</h1>
      <div className="flex min-h-0 flex-1 flex-col justify-center gap-[3vh]">
        <p>
          <span className="block font-extrabold text-[min(26vmin,20vw)] tabular-nums leading-none tracking-tight">
            {t('of', { arrived: door.arrived, expected: door.expected })}
          </span>
          <span className="block text-[max(1.25rem,6vmin)] text-muted leading-tight">
            {t('areHere', { count: door.arrived })}
          </span>
        </p>
        <Bar className="h-[3vmin]!" parts={[{ key: 'here', value: door.arrived }]} whole={door.expected} />
        <dl className="flex flex-wrap gap-x-[6vmin] gap-y-[2vh]">
          {board.points.slice(0, mostPoints).map(({ key, name, arrived, inside }) => (
            <div className="min-w-0 max-w-full" key={key}>
              <dt className="truncate text-[max(1rem,4vmin)] text-muted">{name}</dt>
              <dd className="font-bold text-[max(1.5rem,7vmin)] tabular-nums leading-tight">
                {inside ?? arrived}
                {inside !== null && (
                  <span className="font-normal text-[0.5em] text-muted">
                    {' '}
                    {t('inside', { count: inside })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {hasNames && board.last.length > 0 && (
          <section aria-label={t('welcome')} className="text-[max(1.25rem,6vmin)] leading-tight">
            <h2 className="text-[max(1rem,4vmin)] text-muted">{t('welcome')}</h2>
            <ol>
              {board.last.slice(0, mostNames).map(({ id, name }) => (
                <li className="truncate font-bold" key={id}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-6 text-muted text-sm">
        <span>{asOf}</span>
        <Anchor className="py-1 underline" href={hasNames ? `${here}/screen` : `${here}/screen?names=show`}>
          {t(hasNames ? 'hideNames' : 'showNames')}
        </Anchor>
        <Anchor className="py-1 underline" href={here}>
          {t('back')}
        </Anchor>
      </p>
    </main>
  )
}

const mostPoints = 3
const mostNames = 3

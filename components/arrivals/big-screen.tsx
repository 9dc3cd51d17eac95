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
  const isBeside = hasNames && board.last.length > 0
  return (
    <main className="flex h-dvh flex-col gap-[2vh] overflow-hidden bg-paper p-[4vmin] text-ink">
      <h1 className="shrink-0 truncate font-bold text-[max(1.25rem,4.5vmin)] leading-tight">{title}</h1>
      <div
        className={`grid min-h-0 flex-1 content-center gap-x-[5vw] gap-y-[4vh] ${isBeside ? 'landscape:grid-cols-[3fr_2fr]' : ''}`}
      >
        <div className="min-w-0 space-y-[3vh]">
          <Count {...door} isBeside={isBeside} />
          <Bar className="h-[3vmin]!" parts={[{ key: 'here', value: door.arrived }]} whole={door.expected} />
          <Points points={board.points.slice(0, mostPoints)} />
        </div>
        {isBeside && <Names last={board.last.slice(0, mostNames)} />}
      </div>
      <p className="flex shrink-0 flex-wrap items-center gap-x-6 text-muted text-sm">
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
const mostNames = 4

function Count({ arrived, expected, isBeside }: DoorCount & { isBeside: boolean }) {
  const t = useTranslations('arrivals')
  const figures = t('of', { arrived, expected })
  const length = figures.length <= 9 ? 'short' : figures.length <= 11 ? 'middle' : 'long'
  return (
    <p>
      <span
        className={`block whitespace-nowrap font-extrabold tabular-nums leading-none tracking-tight ${sizes[isBeside ? 'beside' : 'alone'][length]}`}
      >
        {figures}
      </span>
      <span className="block text-[max(1.25rem,6vmin)] text-muted leading-tight">
        {t('areHere', { count: arrived })}
      </span>
    </p>
  )
}

const sizes = {
  alone: {
    short: 'text-[min(30vh,16vw)]',
    middle: 'text-[min(30vh,13vw)]',
    long: 'text-[min(30vh,10vw)]',
  },
  beside: {
    short: 'text-[min(24vh,16vw)] landscape:text-[min(24vh,9vw)]',
    middle: 'text-[min(24vh,13vw)] landscape:text-[min(24vh,7.5vw)]',
    long: 'text-[min(24vh,10vw)] landscape:text-[min(24vh,6vw)]',
  },
}

function Points({ points }: Pick<ArrivalBoard, 'points'>) {
  const t = useTranslations('arrivals')
  return (
    <dl className="flex flex-wrap gap-x-[6vmin] gap-y-[2vh]">
      {points.map(({ key, name, arrived, inside }) => (
        <div className="min-w-0 max-w-full" key={key}>
          <dt className="truncate text-[max(1rem,4vmin)] text-muted">{name}</dt>
          <dd className="font-bold text-[max(1.5rem,7vmin)] tabular-nums leading-tight">
            {inside ?? arrived}
            {inside !== null && (
              <span className="font-normal text-[0.5em] text-muted"> {t('inside', { count: inside })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Names({ last }: Pick<ArrivalBoard, 'last'>) {
  const t = useTranslations('arrivals')
  return (
    <section aria-label={t('welcome')} className="min-w-0 self-center">
      <h2 className="font-normal text-[max(1rem,4vmin)] text-muted">{t('welcome')}</h2>
      <ol className="text-[max(1.25rem,6.5vmin)] leading-snug">
        {last.map(({ id, name }) => (
          <li className="truncate font-bold" key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ol>
    </section>
  )
}

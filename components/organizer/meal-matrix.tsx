import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { dietColumns, type MealFigure } from '@/lib/dashboards/schema'
import type { MealView } from '@/lib/meals/schema'
import { attendeesHref } from './attendees-href'

/** One meal: each dish, how many people chose it, and which diets they told; the team comes on top. */
export function MealMatrix({ slug, meal, figures }: { slug: string; meal: MealView; figures: MealFigure[] }) {
  const t = useTranslations('organizer')
  const dishes = meal.options.map((option) => {
    const figure = figures.find(({ optionId }) => optionId === option.id)
    return {
      ...option,
      people: figure?.people ?? 0,
      diets: figure?.diets ?? {},
      team: figure?.team ?? 0,
      teamDiets: figure?.teamDiets ?? {},
    }
  })
  const told = dietColumns.filter((word) =>
    dishes.some(({ diets, teamDiets }) => diets[word] || teamDiets[word]),
  )
  type Dish = (typeof dishes)[number]
  const diets = told.map((word) => ({
    key: word,
    header: (
      <span className="inline-block max-w-28 hyphens-auto whitespace-normal text-right">
        {word === 'unsaid' ? t('overview.unsaid') : t(`diet.${word}`)}
      </span>
    ),
    numeric: true,
    cell: (dish: Dish) => (
      <CountLink
        count={dish.diets[word] ?? 0}
        href={attendeesHref(slug, { ...served(dish), diet: word })}
        slug={slug}
        team={dish.teamDiets[word] ?? 0}
      />
    ),
  }))
  return (
    <Table
      caption={meal.title}
      columns={[
        { key: 'dish', header: t('figures.dish'), cell: (dish: Dish) => dish.name, primary: true },
        {
          key: 'people',
          header: t('figures.portions'),
          numeric: true,
          cell: (dish: Dish) => (
            <CountLink
              count={dish.people}
              href={attendeesHref(slug, served(dish))}
              slug={slug}
              team={dish.team}
            />
          ),
        },
        ...diets,
      ]}
      rowKey={(dish) => dish.id}
      rows={dishes}
      showCaption
    />
  )
}

/** A dish is for those who have the event's place; an unverified address holds a portion that is not cooked yet. */
const served = ({ poolId }: { poolId: string }) =>
  ({ status: 'confirmed', place: poolId, standing: 'held' }) as const

type CountLinkProps = { count: number; href: string; team: number; slug: string }

/** Attendees lead to their list, the team on top of them to its page. */
function CountLink({ count, href, team, slug }: CountLinkProps) {
  const t = useTranslations('organizer.figures')
  return (
    <>
      {count === 0 ? <span className="text-muted">0</span> : <TextLink href={href}>{count}</TextLink>}
      {team > 0 && (
        <span className="whitespace-nowrap">
          {' + '}
          <TextLink href={`/organizer/${slug}/team`}>{t('ofTeam', { count: team })}</TextLink>
        </span>
      )}
    </>
  )
}

import { useTranslations } from 'next-intl'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import type { MealView } from '@/lib/meals/schema'
import { Section } from '../ui/section'
import { Tag } from '../ui/tag'

type EventMealsProps = { meals: MealView[]; zone: string; language: Language }

/** The meals as small menus with their diet marks. */
export function EventMeals({ meals, zone, language }: EventMealsProps) {
  const t = useTranslations('event')
  if (meals.length === 0) return null
  return (
    <Section id="meals" title={t('meals')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {meals.map((meal) => (
          <div className="rounded border border-line bg-surface p-5" key={meal.id}>
            <h3 className="text-lg">{meal.title}</h3>
            {meal.startsAt && (
              <p className="text-muted text-sm">{sayMoment(meal.startsAt, zone, language)}</p>
            )}
            <ul className="mt-3 space-y-2">
              {meal.options.map((option) => (
                <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1" key={option.id}>
                  {option.name}
                  {option.diet.map((diet) => (
                    <Tag key={diet} tone="good">
                      {t(diet)}
                    </Tag>
                  ))}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

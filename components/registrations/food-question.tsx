import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { diets, type MealView, type MenuOptionView } from '@/lib/meals/schema'
import { placesLeft } from '@/lib/places/rules'
import type { EventOffer } from '@/lib/registrations/schema'
import { ChoiceField } from '../ui/form/choice-field'
import { Question } from '../ui/form/question'
import { Tag } from '../ui/tag'
import { AllergiesFields } from './allergies-fields'

type FoodQuestionProps = { offer: EventOffer; language: Language; help?: ReactNode }

/** Meals as cards with diet marks, the diet, and allergies behind a consent of their own. */
export function FoodQuestion({ offer, language, help }: FoodQuestionProps) {
  const t = useTranslations('register')
  const { event, meals } = offer
  return (
    <Question help={help} hint={t('mealsHint')} title={t('meals')}>
      {meals.map((meal) => (
        <MealField key={meal.id} language={language} meal={meal} offer={offer} />
      ))}
      <ChoiceField
        columns={3}
        hint={t(event.allergiesHint === null ? 'dietHintAlone' : 'dietHint')}
        legend={t('diet')}
        multiple
        name="diet"
        optional={t('optional')}
        options={diets.map((diet) => ({ value: diet, label: t(`diet_${diet}`) }))}
      />
      {event.allergiesHint !== null && <AllergiesFields hint={event.allergiesHint} />}
    </Question>
  )
}

function MealField({ meal, offer, language }: { meal: MealView } & FoodQuestionProps) {
  const t = useTranslations('register')
  if (meal.options.length === 0) return null
  const left = ({ poolId }: MenuOptionView) => {
    const pool = offer.event.pools.byId[poolId]
    return pool ? placesLeft(pool) : null
  }
  return (
    <ChoiceField
      hint={meal.startsAt && sayMoment(meal.startsAt, offer.event.timezone, language)}
      legend={meal.title}
      name={`meal.${meal.key}`}
      optional={t('optional')}
      options={[
        ...meal.options.map((option) => ({
          value: option.key,
          label: option.name,
          disabled: left(option) === 0,
          hint: left(option) === 0 ? t('gone') : undefined,
          badge: option.diet.length > 0 && <DietMarks option={option} />,
        })),
        // A radio button cannot be unticked: whoever has chosen needs a way to choose nothing.
        { value: '', label: t('noDish') },
      ]}
    />
  )
}

function DietMarks({ option }: { option: MenuOptionView }) {
  const t = useTranslations('event')
  return (
    <span className="flex flex-wrap gap-1">
      {option.diet.map((diet) => (
        <Tag key={diet} tone="good">
          {t(diet)}
        </Tag>
      ))}
    </span>
  )
}

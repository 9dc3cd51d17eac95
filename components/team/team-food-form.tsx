import { useTranslations } from 'next-intl'
import { type Language, sayMoment } from '@/lib/dates'
import { dishWays } from '@/lib/meals/rules'
import { diets, type MealView, type TeamFood } from '@/lib/meals/schema'
import { ActionForm } from '../ui/form/action-form'
import { ChoiceField } from '../ui/form/choice-field'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'
import { Tag } from '../ui/tag'

type TeamFoodFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  meals: MealView[]
  food: TeamFood
  timezone: string
  language: Language
}

/** What somebody of the team eats; allergies are not asked here. */
export function TeamFoodForm({ action, meals, food, timezone, language }: TeamFoodFormProps) {
  const t = useTranslations('team.food')
  const register = useTranslations('register')
  const event = useTranslations('event')
  const catered = meals.filter(({ options }) => options.length > 0)
  return (
    <ActionForm action={action} className="max-w-3xl space-y-6" summaryTitle={t('mistake')}>
      {catered.length === 0 && <p className="text-muted">{t('noMeals')}</p>}
      {catered.map((meal) => (
        <ChoiceField
          columns={2}
          defaultValues={[chosenOf(meal, food)]}
          hint={meal.startsAt && sayMoment(meal.startsAt, timezone, language)}
          key={meal.id}
          legend={meal.title}
          name={`meal.${meal.key}`}
          options={[
            { value: '', label: t('nothing') },
            ...dishWays(meal).map(({ value, name, diet }) => ({
              value,
              label: name,
              badge: diet.length > 0 && (
                <span className="flex flex-wrap gap-1">
                  {diet.map((word) => (
                    <Tag key={word} tone="good">
                      {event(word)}
                    </Tag>
                  ))}
                </span>
              ),
            })),
          ]}
        />
      ))}
      <ChoiceField
        columns={3}
        defaultValues={food.diet}
        hint={t('dietHint')}
        legend={t('diet')}
        multiple
        name="diet"
        optional={register('optional')}
        options={diets.map((diet) => ({ value: diet, label: register(`diet_${diet}`) }))}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  )
}

function chosenOf(meal: MealView, { meals }: TeamFood): string {
  const eaten = meals.find(({ mealId }) => mealId === meal.id)
  const isEaten = ({ optionId, choice }: { optionId: string; choice: string | null }) =>
    optionId === eaten?.optionId && choice === eaten.choice
  return dishWays(meal).find(isEaten)?.value ?? ''
}

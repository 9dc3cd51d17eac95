import type { FieldFacts } from '../field-facts'

export const mealFields = {
  fields: {
    allergies: {
      isAsked: true,
      columns: { allergy_note: 'text created_at' },
      basis: 'own_consent',
      seenBy: ['organizers', 'caterer'],
      keep: 'health',
      needs: 'allergies',
      download: ['registration.allergies'],
    },
    meals: {
      isAsked: true,
      columns: { meal_choice: 'meal_id option_id choice' },
      basis: 'contract',
      seenBy: ['organizers', 'caterer'],
      keep: 'people',
      needs: 'food',
      download: ['meals'],
    },
    teamFood: {
      columns: { team_diet: 'diet updated_at', team_meal: 'meal_id option_id choice' },
      basis: 'consent',
      seenBy: ['organizers', 'caterer'],
      keep: 'people',
      of: 'team',
      needs: 'food',
    },
  },
  nobody: {
    key: {
      allergy_note: 'registration_id event_id',
      meal_choice: 'registration_id event_id',
      team_diet: 'event_id user_id',
      team_meal: 'event_id user_id',
    },
    event: {
      meal: 'id event_id key title starts_at ends_at position',
      menu_option: 'id event_id meal_id key name diet choices position pool_id',
    },
    count: { team_meal_figure: 'id event_id meal_id option_id diet people' },
  },
} satisfies FieldFacts

import type { FieldFacts } from '../field-facts'

export const questionFields = {
  fields: {
    answers: {
      isAsked: true,
      columns: { answer: 'question_id value' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      needs: 'questions',
      download: ['registration.answers'],
    },
  },
  nobody: {
    key: { answer: 'registration_id event_id' },
    event: {
      question:
        'id event_id key labels type options is_required show_when presence is_at_check_in access_code position',
    },
  },
} satisfies FieldFacts

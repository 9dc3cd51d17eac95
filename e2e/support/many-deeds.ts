import type { Deed } from './deeds'

/** What is pressed where something is done to many at once or a list is imported, and by whom. */
export const manyDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/attendees/many/actions.ts startOnMany': {
    by: 'desk',
    page: ({ event, pending }) =>
      `/organizer/${event.slug}/attendees/many?act=decline&who=ticked&person=${pending.id}`,
    words: 'Decline this person',
  },
  'app/organizer/[slug]/attendees/import/[id]/actions.ts checkColumns': {
    by: 'desk',
    page: ({ event, list }) => `/organizer/${event.slug}/attendees/import/${list.id}?change=1`,
    words: 'Look at what would happen',
    button: { 'column.0': 'name', 'column.1': 'email', known: 'update' },
  },
  'app/organizer/[slug]/attendees/import/[id]/actions.ts beginImport': {
    by: 'desk',
    page: ({ event, list }) => `/organizer/${event.slug}/attendees/import/${list.id}`,
    words: 'Import now',
  },
  'app/organizer/[slug]/attendees/import/[id]/actions.ts dropList': {
    by: 'desk',
    page: ({ event, list }) => `/organizer/${event.slug}/attendees/import/${list.id}`,
    words: 'Yes, throw it away',
  },
}

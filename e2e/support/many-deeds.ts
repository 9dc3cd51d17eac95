import type { Deed } from './deeds'

/** What is pressed where something is done to many at once, and by whom. */
export const manyDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/attendees/many/actions.ts startOnMany': {
    by: 'desk',
    page: ({ event, pending }) =>
      `/organizer/${event.slug}/attendees/many?act=decline&who=ticked&person=${pending.id}`,
    words: 'Decline this person',
  },
}

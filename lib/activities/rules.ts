import type { ActivityView } from './schema'

/** Signing up ends at the activity's own closing time, at the latest when it starts. */
export const isActivityOpen = (activity: Pick<ActivityView, 'closesAt' | 'startsAt'>, now: Date): boolean =>
  now < (activity.closesAt ?? activity.startsAt)

/** Whether an activity is for people who take part this way. */
export const suitsPresence = (
  activity: Pick<ActivityView, 'presence' | 'alone'>,
  presence: string,
): boolean =>
  presence === 'activity_only'
    ? activity.alone
    : activity.presence === 'both' || activity.presence === presence

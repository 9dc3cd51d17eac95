import 'server-only'
import type { Language } from '../languages'
import { translator } from '../messages'
import { type Context, checkOrder, type Mistake, readTime, withKeys } from './check-entries'
import { completeCheckInPoints } from './complete-check-in-points'
import { completeHotels } from './complete-hotels'
import { completeMails, completeReminders } from './complete-mails'
import { completeMeals } from './complete-meals'
import { completeQuestions } from './complete-questions'
import { completeTopics } from './complete-topics'
import type { EventFile, WrittenEventFile } from './schema'

/** Fills in keys, makes one spelling of two and checks what one value alone cannot tell. */
export function completeEventFile(
  written: WrittenEventFile,
  language: Language = 'en',
): { file: EventFile; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const say = translator(language, 'eventFile.mistakes')
  const context: Context = {
    timezone: written.timezone,
    refuse: (path, word, values) => mistakes.push({ path, sentence: say(word, values) }),
  }
  const starts = readTime(context, ['starts'], written.starts)!
  const ends = readTime(context, ['ends'], written.ends)!
  checkOrder(context, ['ends'], starts, ends)
  const registration = completeRegistration(context, written.registration)
  const isRemote = written.registration.remote !== undefined
  const activities = withKeys(context, ['activities'], written.activities, (entry) => entry.title).map(
    (activity, index) => {
      const at = (name: string) => ['activities', index, name]
      const times = {
        starts: readTime(context, at('starts'), activity.starts)!,
        ends: readTime(context, at('ends'), activity.ends),
        closes: readTime(context, at('closes'), activity.closes),
      }
      checkOrder(context, at('ends'), times.starts, times.ends)
      return { ...activity, ...times }
    },
  )
  written.also_known_as.forEach((slug, index) => {
    if (slug === written.slug || written.also_known_as.indexOf(slug) !== index)
      context.refuse(['also_known_as', index], 'already_there', { text: slug })
  })
  const file: EventFile = {
    ...written,
    starts,
    ends,
    registration,
    // A window for remote people says that there are some: without a number, as many as like.
    capacity: isRemote
      ? { ...written.capacity, remote: written.capacity.remote ?? 'unlimited' }
      : written.capacity,
    activities,
    meals: completeMeals(context, written.meals),
    hotels: completeHotels(context, written.hotels),
    check_in_points: completeCheckInPoints(context, written.check_in_points),
    topics: completeTopics(written.topics),
    questions: completeQuestions(context, written.questions),
    reminders: completeReminders(context, written.reminders),
    mails: completeMails(context, written.mails),
  }
  return { file, mistakes }
}

function completeRegistration(context: Context, registration: WrittenEventFile['registration']) {
  const { opens, closes, freeze, remote, ...rest } = registration
  const at = (...names: string[]) => ['registration', ...names]
  const times = {
    opens: readTime(context, at('opens'), opens),
    closes: readTime(context, at('closes'), closes),
    freeze: readTime(context, at('freeze'), freeze),
  }
  const remoteTimes = {
    opens: readTime(context, at('remote', 'opens'), remote?.opens),
    closes: readTime(context, at('remote', 'closes'), remote?.closes),
  }
  checkOrder(context, at('closes'), times.opens, times.closes)
  checkOrder(context, at('remote', 'closes'), remoteTimes.opens, remoteTimes.closes)
  const isRemoteTimed = remoteTimes.opens !== undefined || remoteTimes.closes !== undefined
  return { ...rest, ...times, remote: isRemoteTimed ? remoteTimes : undefined }
}

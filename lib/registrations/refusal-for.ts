import { raised } from '../db/raised'
import { answerControl } from '../questions/rules'
import type { Problems } from './read-form'
import type { EventOffer, RegisterRefusal } from './schema'

type Refused = { ok: false; refusal: RegisterRefusal | 'wrong_answers'; problems?: Problems }

/**
 * What `registrations_register` refused at the last moment, in the words of the form. `places_take` names what ran out:
 * `event <id>`, `activity <id>`, `stay <room type>`, `option <id>`. Any other error is thrown on.
 */
export function refusalFor(offer: EventOffer, error: unknown): Refused {
  const { code, detail } = raised(error) ?? {}
  if (code === 'LY004') return { ok: false, refusal: detail === 'cancelled' ? 'event_cancelled' : 'closed' }
  if (code === 'LY002') return { ok: false, refusal: 'invitation_spent' }
  const changed = code === 'LY003' && offer.questions.find(({ id }) => id === detail)
  if (changed)
    return { ok: false, refusal: 'wrong_answers', problems: { [answerControl(changed.key)]: 'not_offered' } }
  if (code !== 'LY001' || !detail) throw error
  const [kind, subjectId] = detail.split(' ')
  if (kind === 'event') return { ok: false, refusal: 'event_full' }
  const meal = offer.meals.find(({ options }) => options.some(({ id }) => id === subjectId))
  const problems: Problems =
    kind === 'activity'
      ? { activities: 'activity_full' }
      : kind === 'stay'
        ? { nights: 'night_full' }
        : { [`meal.${meal?.key}`]: 'option_full' }
  return { ok: false, refusal: 'wrong_answers', problems }
}

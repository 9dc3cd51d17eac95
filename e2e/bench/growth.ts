import { db } from '@/lib/db/client'
import { findPublicEvent } from '@/lib/events/queries'
import { getPublicOffer } from '@/lib/registrations/queries'
import { readForm } from '@/lib/registrations/read-form'
import { register } from '@/lib/registrations/register'
import { makeEvent } from '@/prisma/factories/events'

const many = 10_000
const sample = 500
const most = 1.3

/** What one registration costs when ten thousand are there already, beside what it costs among the first hundreds. */
export async function growth(): Promise<boolean> {
  const walk = { key: 'walk', size: 100 }
  const room = { key: 'single', name: 'Single room', nights: { '2027-04-15': 100 } }
  const hotel = { key: 'inn', name: 'Example Inn', roomTypes: [room] }
  const event = await makeEvent({ slug: 'growth', onSite: 200, activities: [walk], hotels: [hotel] })
  const join = await joinerOf(event.slug)
  await join(100)
  const early = await join(sample)
  await join(many - 100 - 2 * sample)
  const late = await join(sample)
  const people = await db().registration.count({ where: { eventId: event.id } })
  const ratio = late / early
  const said = `a registration among ${people} costs ${ratio.toFixed(2)} of one among the first hundreds`
  console.log(
    `${ratio <= most ? 'met   ' : 'MISSED'}  ${said}, wanted at most ${most} (${late.toFixed(2)} ms, ${early.toFixed(2)} ms)`,
  )
  return ratio <= most && people === many
}

/** Registers so many more, ten at a time; answers the milliseconds each took. */
async function joinerOf(slug: string) {
  const offer = await getPublicOffer((await findPublicEvent(slug))!)
  let count = 0
  const one = async () => {
    const email = `person-${count++}@example.org`
    const values = {
      name: ['Ada Example'],
      email: [email],
      presence: ['on_site'],
      photo: ['fine'],
      activities: ['walk'],
    }
    const read = readForm({ ...values, nights: ['2027-04-15'] })
    if (!read.ok) throw new Error(`The form was filled in wrong: ${JSON.stringify(read.problems)}`)
    // Everybody comes from somewhere else, or the limit would stop them.
    const answer = await register(offer, read.input, { language: 'en', networkAddress: email })
    if (!answer.ok) throw new Error(`Nobody can register: ${JSON.stringify(answer)}`)
  }
  return async (people: number): Promise<number> => {
    const began = performance.now()
    let left = people
    const worker = async () => {
      while (left-- > 0) await one()
    }
    await Promise.all(Array.from({ length: 10 }, worker))
    return (performance.now() - began) / people
  }
}

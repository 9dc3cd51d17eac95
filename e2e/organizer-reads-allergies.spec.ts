import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('allergies are shown after a press, and the history knows whose', async ({ page, context }) => {
      const event = await makeJourneyEvent()
      const person = await makeRegistration(event, { allergies: 'Walnuts, =1+1 <b>badly</b>' })
      const organizer = await signIn(context, { [event.id]: 'organizer' })
      const reading = { subjectId: person.id, act: 'allergies_read' }
      const address = `/organizer/${event.slug}/attendees/${person.id}`

      await page.goto(`${address}?show=allergies`)
      expect(await page.content()).not.toContain('Walnuts')
      expect(await db().historyEntry.count({ where: reading })).toBe(0)

      await page.getByRole('button', { name: 'Show allergies' }).click()
      await expect(page.getByText('Walnuts, =1+1 <b>badly</b>')).toBeVisible()
      expect(await db().historyEntry.findMany({ where: reading })).toMatchObject([{ actorId: organizer.id }])

      await page.goto(address)
      expect(await page.content()).not.toContain('Walnuts')
      await expect(page.getByRole('main')).toContainText('read the allergies of')
    })
  })
}

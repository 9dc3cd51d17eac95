import { activityFields } from '../activities/fields'
import { attendeeFields } from '../attendees/fields'
import { accountFields } from '../auth/fields'
import { badgeFields } from '../badges/fields'
import { bulkActFields } from '../bulk-acts/fields'
import { checkInFields } from '../check-in/fields'
import { databaseFields } from '../db/fields'
import { deviceFields } from '../devices/fields'
import { eventFields } from '../events/fields'
import type { FieldFact, FieldFacts } from '../field-facts'
import { groupMailFields } from '../group-mails/fields'
import { handoutFields } from '../handouts/fields'
import { historyFields } from '../history/fields'
import { hotelFields } from '../hotels/fields'
import { importFields } from '../imports/fields'
import { installationFields } from '../installation/fields'
import { mailFields } from '../mail/fields'
import { mealFields } from '../meals/fields'
import { noteFields } from '../notes/fields'
import { placeFields } from '../places/fields'
import { questionFields } from '../questions/fields'
import { registrationFields } from '../registrations/fields'
import { teamFields } from '../team/fields'
import { tombstoneFields } from '../tombstones/fields'

/** What a person is asked comes first, in the order of the form; then what comes to be, then teams and the house. */
const fields = {
  ...registrationFields.fields,
  ...mealFields.fields,
  ...hotelFields.fields,
  ...questionFields.fields,
  ...placeFields.fields,
  ...checkInFields.fields,
  ...badgeFields.fields,
  ...deviceFields.fields,
  ...mailFields.fields,
  ...groupMailFields.fields,
  ...noteFields.fields,
  ...handoutFields.fields,
  ...importFields.fields,
  ...bulkActFields.fields,
  ...historyFields.fields,
  ...attendeeFields.fields,
  ...teamFields.fields,
  ...accountFields.fields,
  ...installationFields.fields,
  ...eventFields.fields,
  ...databaseFields.fields,
}

export type FieldName = keyof typeof fields

/** The one table of everything that is kept about people: what, why, on which ground, for whose eyes, how long. */
export const register: Record<FieldName, FieldFact> = fields
export const fieldNames = Object.keys(fields) as FieldName[]

/** Each room, so that no column of its tables is forgotten. */
export const rooms: FieldFacts[] = [
  ...[activityFields, attendeeFields, accountFields, bulkActFields, checkInFields, databaseFields],
  ...[
    badgeFields,
    deviceFields,
    eventFields,
    groupMailFields,
    handoutFields,
    historyFields,
    hotelFields,
    importFields,
  ],
  ...[installationFields, mailFields, mealFields, noteFields, placeFields, questionFields],
  ...[registrationFields, teamFields, tombstoneFields],
  { fields: {}, nobody: { event: { privacy_notice: 'event_id version texts digest made_at' } } },
]

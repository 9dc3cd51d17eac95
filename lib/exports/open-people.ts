import 'server-only'
import { arrival, fitFilter } from '../attendees/fit-filter'
import type { AskedFilter } from '../attendees/schema'
import { isoInZone } from '../dates'
import type { OrganizerKey } from '../keys'
import { countRows, readPages } from './read-pages'
import { letterOf } from './rules'
import { listColumns, type Sheet, type Value } from './schema'

export const peopleLists = ['no-camera', 'badges', 'check-in', 'no-shows'] as const
export type PeopleList = (typeof peopleLists)[number]

/** People who come to the place, in the order of their names: those without a camera, or who did not come, or all. */
export async function openPeople(
  key: OrganizerKey,
  list: PeopleList,
  filter: AskedFilter,
  zone: string,
): Promise<Sheet> {
  const query = queryOf(key, list, filter)
  const columns = listColumns[list]
  const read = async function* () {
    for await (const row of readPages<PersonRow>(query)) {
      const record: Record<string, Value> = {
        ...row,
        letter: letterOf(row.name),
        registered_at: isoInZone(row.registered_at, zone),
        arrived_at: row.arrived_at && isoInZone(row.arrived_at, zone),
      }
      yield columns.map((column) => record[column] ?? null)
    }
  }
  return { columns, rows: await countRows(query), read }
}

type PersonRow = Record<'id' | 'sort' | 'name' | 'email' | 'code' | 'photo', string> & {
  organization: string | null
  registered_at: Date
  arrived_at: Date | null
}

function queryOf({ eventId }: OrganizerKey, list: PeopleList, filter: AskedFilter) {
  const { text, values } = fitFilter(eventId, filter)
  return {
    text: `${people} ${text} AND r.status = 'confirmed' AND r.presence <> 'remote' ${who[list]}`,
    values,
  }
}

const who: Record<PeopleList, string> = {
  'no-camera': `AND r.photo = 'no_camera'`,
  badges: '',
  'check-in': '',
  'no-shows': `AND (${arrival}).id IS NULL`,
}

// In the order of their letters: a quotation mark in front is none.
const people = `
  SELECT r.id, ltrim(COALESCE(r.name_heard, ''), ' !"#%&''()*+,-./:;<=>?@[]^_{|}~“”„«»‘’') AS sort, r.name, r.email, r.organization, r.code, r.photo::text,
         r.registered_at, (${arrival}).device_at AS arrived_at FROM registration r`

import { PersonNotes } from '@/components/organizer/person-notes'
import { PersonTrail } from '@/components/organizer/person-trail'
import type { findAttendee } from '@/lib/attendees/find-attendee'
import { listUserNames } from '@/lib/auth/queries'
import type { Language } from '@/lib/dates'
import { listHistory } from '@/lib/history/queries'
import { sayDeed, sayDetails } from '@/lib/history/rules'
import { isId } from '@/lib/ids'
import type { OrganizerKey } from '@/lib/keys'
import { listNotes, listTags, listTagsOf } from '@/lib/notes/queries'
import { noteDown, tagPerson, takeNoteAway } from './notes/actions'

type PersonRecordProps = {
  organizer: OrganizerKey
  person: NonNullable<Awaited<ReturnType<typeof findAttendee>>>
  slug: string
  timezone: string
  language: Language
}

/** What organizers noted about somebody, and all that happened to them. */
export async function PersonRecord({ organizer, person, slug, ...zone }: PersonRecordProps) {
  const { id, scans, mails } = person
  const [history, notes, tags, known] = await Promise.all([
    listHistory(organizer, id),
    listNotes(organizer, id),
    listTagsOf(organizer, id),
    listTags(organizer),
  ])
  const actors = [
    ...history.map(({ actorId }) => actorId),
    ...scans.map(({ userId }) => userId),
    ...notes.map(({ authorId }) => authorId),
  ]
  const ids = [...new Set(actors.filter((actor) => actor !== null))].filter(isId)
  const names = await listUserNames(organizer, ids)
  const lines = history.map((line) => ({
    ...line,
    said: sayDeed(line, { ...names, [id]: person.name }, zone.language),
    details: sayDetails(line, zone.language),
  }))
  return (
    <>
      {!person.anonymizedAt && (
        <PersonNotes
          drop={takeNoteAway.bind(null, slug, id)}
          known={known.filter((tag) => !tags.includes(tag))}
          mayDropAll={organizer.role !== 'organizer'}
          names={names}
          notes={notes}
          tag={tagPerson.bind(null, slug, id)}
          tags={tags}
          write={noteDown.bind(null, slug, id)}
          {...zone}
        />
      )}
      <PersonTrail history={lines} mails={mails} names={names} scans={scans} slug={slug} {...zone} />
    </>
  )
}

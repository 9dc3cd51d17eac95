import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { isSearchable } from '@/lib/check-in/rules'
import type { DoorRow, SnapshotPerson } from '@/lib/check-in/schema'
import type { Language } from '@/lib/dates'
import { DoorResults } from '../door-results'
import type { Door } from './create-door'
import type { UsedDoor } from './use-door'

type FoundPeopleProps = { text: string; slug: string; door: Door; used: UsedDoor; whenChosen: () => void }
type Found = { text: string; people: SnapshotPerson[]; listed: DoorRow[] }

/** Milliseconds after the last letter before the list is asked for what this device does not know. */
const pause = 300

/** Who fits what is typed, while it is typed. Of codes this device knows no end: those the list is asked for. */
export function FoundPeople({ text, slug, door, used, whenChosen }: FoundPeopleProps) {
  const language = useLocale() as Language
  const { picture, point, edition, offlineSince } = used.state
  const [found, setFound] = useState<Found>()
  const isOnline = offlineSince === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture changes in place
  useEffect(() => {
    let isLate = false
    let timer = 0
    const ask = async () => {
      const heard = await door.server.search(text, point)
      if (!isLate && heard.is === 'answer') setFound({ text, people: [], listed: heard.value.people })
    }
    void picture.search(text).then((people) => {
      if (isLate) return
      setFound((before) => ({ text, people, listed: before?.text === text ? before.listed : [] }))
      if (people.length === 0 && isOnline && isSearchable(text)) timer = window.setTimeout(ask, pause)
    })
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [text, picture, edition, isOnline, point])
  if (!found) return null
  const inside = picture.inside(point)
  const own = found.people.map(({ i, n, o, l, s }) => {
    const at = inside.get(i)?.at
    return {
      registrationId: i,
      name: n,
      organization: o ?? null,
      legalName: l ?? null,
      codeEnd: null,
      status: s ?? ('confirmed' as const),
      arrivedAt: at ? new Date(at) : null,
    }
  })
  const listed = found.listed.map((row) => ({ ...row, arrivedAt: row.arrivedAt && new Date(row.arrivedAt) }))
  return (
    <DoorResults
      desk={{ slug, point }}
      language={language}
      people={(own.length > 0 ? own : listed).map((row) => ({ ...row, factId: row.registrationId }))}
      recordTap={async (data) => {
        whenChosen()
        await used.recordTap(data)
      }}
      text={found.text}
      timezone={picture.snapshot.event.timezone}
    />
  )
}

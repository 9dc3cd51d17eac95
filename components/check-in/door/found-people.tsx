import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SnapshotPerson } from '@/lib/check-in/schema'
import type { Language } from '@/lib/dates'
import { DoorResults } from '../door-results'
import type { UsedDoor } from './use-door'

type FoundPeopleProps = { text: string; slug: string; used: UsedDoor; whenChosen: () => void }

/** Who fits what is typed, while it is typed. */
export function FoundPeople({ text, slug, used, whenChosen }: FoundPeopleProps) {
  const language = useLocale() as Language
  const { picture, point, edition } = used.state
  const [found, setFound] = useState<{ text: string; people: SnapshotPerson[] }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture changes in place
  useEffect(() => {
    let isLate = false
    if (picture.snapshot.device.rank !== 'scan_only')
      void picture.search(text).then((people) => isLate || setFound({ text, people }))
    return () => {
      isLate = true
    }
  }, [text, picture, edition])
  if (!found) return null
  const inside = picture.inside(point)
  const people = found.people.map(({ i, n, o, l, s }) => {
    const at = inside.get(i)?.at
    return {
      ...{
        registrationId: i,
        factId: i,
        name: n,
        organization: o ?? null,
        legalName: l ?? null,
        codeEnd: null,
      },
      ...{ status: s ?? ('confirmed' as const), arrivedAt: at ? new Date(at) : null },
    }
  })
  return (
    <DoorResults
      desk={{ slug, point }}
      language={language}
      people={people}
      recordTap={async (data) => {
        whenChosen()
        await used.recordTap(data)
      }}
      text={found.text}
      timezone={picture.snapshot.event.timezone}
    />
  )
}

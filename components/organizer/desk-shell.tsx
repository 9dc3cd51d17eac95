'use client'

import { useSelectedLayoutSegments } from 'next/navigation'
import type { ReactNode } from 'react'
import {
  BedIcon,
  CalendarIcon,
  CheckIcon,
  ClockIcon,
  DownloadIcon,
  KeyIcon,
  LinkIcon,
  MailIcon,
  PeopleIcon,
  PhoneIcon,
  PinIcon,
  PlateIcon,
  QrIcon,
  QuestionIcon,
  ShieldIcon,
  SlidersIcon,
} from '@/components/ui/icons'
import { RailShell } from '@/components/ui/rail-shell'

const rooms = {
  overview: '',
  arrivals: '/arrivals',
  attendees: '/attendees',
  hotels: '/hotels',
  meals: '/meals',
  activities: '/activities',
  questions: '/questions',
  mails: '/mails',
  exports: '/exports',
  team: '/team',
  devices: '/devices',
  settings: '/settings',
  privacy: '/privacy',
  history: '/history',
} as const
type Room = keyof typeof rooms

const icons = {
  overview: CalendarIcon,
  arrivals: CheckIcon,
  attendees: PeopleIcon,
  hotels: BedIcon,
  meals: PlateIcon,
  activities: PinIcon,
  questions: QuestionIcon,
  mails: MailIcon,
  exports: DownloadIcon,
  team: KeyIcon,
  devices: PhoneIcon,
  settings: SlidersIcon,
  privacy: ShieldIcon,
  history: ClockIcon,
}

export type DeskLabels = Record<Room | 'skip' | 'nav' | 'home' | 'publicPage' | 'checkIn', string>

type DeskShellProps = {
  slug: string
  title: string
  note: string
  accent?: string
  labels: DeskLabels
  header: ReactNode
  notices: ReactNode
  children: ReactNode
}

/** The rail of one event's rooms; which one is open, only the address says. What hangs on a wall has none. */
export function DeskShell({ slug, title, note, accent, labels, header, ...shown }: DeskShellProps) {
  const [open, part] = useSelectedLayoutSegments()
  if (open === 'arrivals' && part === 'screen') return <div data-accent={accent}>{shown.children}</div>
  const base = `/organizer/${slug}`
  const items = (Object.keys(rooms) as Room[]).map((room) => ({
    href: `${base}${rooms[room]}`,
    label: labels[room],
    icon: icons[room],
  }))
  const ways = [
    { href: `/check-in/${slug}`, label: labels.checkIn, icon: QrIcon },
    { href: `/events/${slug}`, label: labels.publicPage, icon: LinkIcon },
  ]
  return (
    <RailShell
      accent={accent}
      current={open ? `${base}/${open}` : base}
      header={header}
      home={{ href: '/organizer', label: labels.home }}
      items={[...items, ...ways]}
      navLabel={labels.nav}
      note={note}
      skipLabel={labels.skip}
      title={title}
    >
      {shown.notices}
      {shown.children}
    </RailShell>
  )
}

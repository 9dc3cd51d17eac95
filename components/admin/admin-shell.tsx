'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'
import { CalendarIcon, ClockIcon, GlobeIcon, MailIcon, PeopleIcon, SlidersIcon } from '@/components/ui/icons'
import { RailShell } from '@/components/ui/rail-shell'

const rooms = {
  overview: { path: '', icon: GlobeIcon },
  people: { path: '/people', icon: PeopleIcon },
  events: { path: '/events', icon: CalendarIcon },
  mails: { path: '/mails', icon: MailIcon },
  settings: { path: '/settings', icon: SlidersIcon },
  history: { path: '/history', icon: ClockIcon },
} as const
type Room = keyof typeof rooms

type AdminShellProps = {
  title: string
  note: string
  labels: Record<Room | 'skip' | 'nav' | 'home', string>
  header: ReactNode
  children: ReactNode
}

/** The rail of the house's own rooms; which one is open, only the address says. */
export function AdminShell({ labels, children, ...shell }: AdminShellProps) {
  const open = useSelectedLayoutSegment()
  return (
    <RailShell
      current={open ? `/admin/${open}` : '/admin'}
      home={{ href: '/organizer', label: labels.home }}
      items={(Object.keys(rooms) as Room[]).map((room) => ({
        href: `/admin${rooms[room].path}`,
        label: labels[room],
        icon: rooms[room].icon,
      }))}
      navLabel={labels.nav}
      skipLabel={labels.skip}
      {...shell}
    >
      {children}
    </RailShell>
  )
}

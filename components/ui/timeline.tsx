import type { ReactNode } from 'react'

export type TimelineItem = {
  key: string
  time: ReactNode
  title: ReactNode
  place?: ReactNode
  status?: ReactNode
  children?: ReactNode
}
export type TimelineDay = { key: string; heading: ReactNode; note?: ReactNode; items: TimelineItem[] }

/** What happens beside the programme, day by day, on one strap. */
export function Timeline({ days }: { days: TimelineDay[] }) {
  return (
    <ol className="space-y-8">
      {days.map((day) => (
        <li key={day.key}>
          <h3 className="mb-3 text-lg">
            {day.heading}
            {day.note && <span className="ml-3 font-normal text-base text-muted">{day.note}</span>}
          </h3>
          <ol className="ml-[7px] border-accent border-l-[3px]">
            {day.items.map((item) => (
              <TimelineEntry item={item} key={item.key} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

function TimelineEntry({ item }: { item: TimelineItem }) {
  return (
    <li className="relative pb-6 pl-6 last:pb-1">
      <span
        aria-hidden="true"
        className="absolute top-1.5 -left-[9px] size-[15px] rounded-full border-[3px] border-accent bg-paper"
      />
      <p className="text-muted text-sm tabular-nums">{item.time}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-base">
        {item.title}
        {item.status}
      </p>
      {item.place && <p className="text-muted first-letter:uppercase">{item.place}</p>}
      {item.children && <div className="mt-1 max-w-[65ch]">{item.children}</div>}
    </li>
  )
}

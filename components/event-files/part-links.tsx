import { useTranslations } from 'next-intl'
import { roomOf } from '@/lib/event-forms/rules'
import { partNames } from '@/lib/event-forms/schema'
import { Anchor } from '../ui/anchor'

/** Where each part of the event is edited, with what it holds. */
export function PartLinks({ slug }: { slug: string }) {
  const t = useTranslations('eventForm')
  const settings = useTranslations('settings')
  const links = [
    ...partNames.map((part) => ({ href: roomOf(part), title: t(`parts.${part}`), note: t(`notes.${part}`) })),
    { href: '/mails/texts', title: settings('mails'), note: '' },
  ]
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {links.map(({ href, title, note }) => (
        <li
          className="relative rounded border border-line bg-surface p-4 hover:border-line-strong"
          key={href}
        >
          <Anchor className="font-semibold after:absolute after:inset-0" href={`/organizer/${slug}${href}`}>
            {title}
          </Anchor>
          {note && <p className="mt-1 text-muted text-sm">{note}</p>}
        </li>
      ))}
    </ul>
  )
}

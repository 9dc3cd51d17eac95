import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { ArrowIcon } from '@/components/ui/icons'
import { TextLink } from '@/components/ui/text-link'
import type { RecipientName } from '@/lib/group-mails/schema'

type RecipientNamesProps = {
  slug: string
  names: RecipientName[]
  first: string | null
  next: string | null
}

/** Everybody a message is for, a page at a time; each name leads to its person. */
export function RecipientNames({ slug, names, first, next }: RecipientNamesProps) {
  const t = useTranslations('groupMails.who')
  return (
    <>
      <ul
        aria-label={t('names')}
        className="grid gap-x-6 gap-y-1 rounded border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        {names.map(({ id, name }) => (
          <li className="min-w-0 break-words py-0.5" key={id}>
            <TextLink href={`/organizer/${slug}/attendees/${id}`}>
              <bdi>{name}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
      {(first || next) && (
        <nav aria-label={t('pages')} className="mt-4 flex flex-wrap gap-3">
          {first && <LinkButton href={first}>{t('firstPage')}</LinkButton>}
          {next && (
            <LinkButton href={next}>
              {t('nextPage')}
              <ArrowIcon />
            </LinkButton>
          )}
        </nav>
      )}
    </>
  )
}

import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'
import { CrossIcon } from '@/components/ui/icons'

export type ShownPhrase = {
  text: string
  /** The list without this part. */
  without: string
}

/** What the list is narrowed to, in words: all of it holds at once, and each part can be taken away. */
export function FilterPhrases({ phrases }: { phrases: ShownPhrase[] }) {
  const t = useTranslations('organizer')
  if (phrases.length === 0) return null
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-2">
      <span>{t('list.only')}</span>
      {phrases.map(({ text, without }, at) => (
        <span className="inline-flex flex-wrap items-center gap-2" key={text}>
          {at > 0 && <strong className="text-sm">{t('filter.and')}</strong>}
          <span className="inline-flex items-center gap-1 rounded border border-line bg-surface py-0.5 pr-0.5 pl-2.5">
            <bdi className="min-w-0 break-words">{text}</bdi>
            <Anchor
              aria-label={t('list.without', { filter: text })}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded hover:bg-raised"
              data-print="hide"
              href={without}
            >
              <CrossIcon size={14} />
            </Anchor>
          </span>
        </span>
      ))}
    </p>
  )
}

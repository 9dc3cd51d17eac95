import { useTranslations } from 'next-intl'
import { mostBlanks } from '@/lib/badges/schema'
import { SubmitButton } from '../ui/form/submit-button'
import { TextLink } from '../ui/text-link'

type BlankBadgesProps = {
  slug: string
  blank: number
  given: number
  action: (data: FormData) => Promise<void>
}

/** Badges without a name, with a number to say aloud and a code of their own, for those who come unexpected. */
export function BlankBadges({ slug, blank, given, action }: BlankBadgesProps) {
  const t = useTranslations('organizer.exports.blanks')
  return (
    <div className="max-w-[70ch] space-y-3">
      <p>{t('text')}</p>
      <p className="font-semibold">{t('standing', { blank, given })}</p>
      {blank > 0 && (
        <p>
          <TextLink document href={`/organizer/${slug}/exports/badges.print?blanks=${blank}`}>
            {t('print')}
          </TextLink>
        </p>
      )}
      <form action={action} className="flex flex-wrap items-end gap-3">
        <label className="font-semibold">
          {t('count')}
          <input
            className="mt-1 block min-h-11 w-32 rounded border border-line-strong bg-surface px-3"
            defaultValue={20}
            max={mostBlanks}
            min={1}
            name="count"
            required
            type="number"
          />
        </label>
        <SubmitButton variant="secondary">{t('make')}</SubmitButton>
      </form>
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayDate, sayMoment } from '@/lib/dates'
import type { HandoutView } from '@/lib/handouts/schema'
import type { FormState } from '../ui/form/form-state'
import { Notice } from '../ui/notice'
import { LinkForm } from './link-form'

type HandoutEntryProps = {
  slug: string
  handout: HandoutView
  frozenBy: string
  timezone: string
  language: Language
  erase: (slug: string, id: string) => Promise<void>
  makeLink: (slug: string, id: string, state: FormState, data: FormData) => Promise<FormState>
  takeBack: (slug: string, linkId: string) => Promise<void>
}

/** One access list as it was handed out: to whom, why, until when, and what can still be done with it. */
export function HandoutEntry({ slug, handout, timezone, language, ...entry }: HandoutEntryProps) {
  const t = useTranslations('organizer.exports.handout')
  const formats = useTranslations('organizer.exports.formats')
  const { id, erasedAt, erasedRows } = handout
  const when = (at: Date) => sayMoment(at, timezone, language)
  const href = `/organizer/${slug}/exports/access`
  return (
    <article className="space-y-3 rounded border border-line bg-surface p-5" id={id}>
      <h3 className="break-words text-lg">
        <bdi>{t('to', { recipient: handout.recipient, purpose: handout.purpose })}</bdi>
      </h3>
      <p>
        {t('frozenBy', { when: when(handout.frozenAt), who: entry.frozenBy })} ·{' '}
        {t('rows', { count: handout.rows })} ·{' '}
        {erasedAt
          ? t('erased', { day: when(erasedAt) })
          : t('eraseDay', { day: sayDate(handout.eraseOn, language) })}
      </p>
      {erasedRows.length > 0 && (
        <Notice
          title={t('erasedRows', {
            count: erasedRows.length,
            rows: erasedRows.toSorted((a, b) => a - b).join(', '),
          })}
          tone="warn"
        />
      )}
      {!erasedAt && (
        <>
          <ul className="flex flex-wrap gap-x-4 gap-y-2">
            {(['csv', 'xlsx', 'json', 'pdf', 'print'] as const).map((format) => (
              <li key={format}>
                <TextLink document href={`${href}.${format}?handout=${id}`}>
                  {t('file', { format: formats(format) })}
                </TextLink>
              </li>
            ))}
            {(['csv', 'xlsx', 'print'] as const).map((format) => (
              <li key={`since ${format}`}>
                <TextLink document href={`${href}.${format}?handout=${id}&since=last`}>
                  {t('deltaFile', { format: formats(format) })}
                </TextLink>
              </li>
            ))}
          </ul>
          <section aria-label={t('link')} className="space-y-3 border-line border-t pt-3">
            <p>
              <strong>{t('link')}.</strong> {t('linkNote')}
            </p>
            <ul className="space-y-2">
              {handout.links.map((link) => (
                <li className="flex flex-wrap items-center gap-3" key={link.id}>
                  <Tag tone={tones[link.state]}>
                    {t(`linkStates.${link.state}`, { when: when(link.usedAt ?? link.expiresAt) })}
                  </Tag>
                  {link.state === 'open' && (
                    <form action={entry.takeBack.bind(null, slug, link.id)}>
                      <button className="min-h-11 underline" type="submit">
                        {t('takeBack')}
                      </button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
            <LinkForm action={entry.makeLink.bind(null, slug, id)} />
          </section>
          <form action={entry.erase.bind(null, slug, id)} className="border-line border-t pt-3">
            <ConfirmButton
              cancelLabel={t('keep')}
              confirmLabel={t('eraseNowConfirm')}
              consequence={t('eraseNowText')}
              label={t('eraseNow')}
              title={t('eraseNowTitle')}
              variant="quiet"
            />
          </form>
        </>
      )}
    </article>
  )
}

const tones = { open: 'wait', used: 'good', taken_back: 'neutral', expired: 'neutral' } as const

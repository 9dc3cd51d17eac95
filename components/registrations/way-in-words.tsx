import { useTranslations } from 'next-intl'
import { limits, type Opening } from '@/lib/registrations/schema'
import { Button } from '../ui/button'
import { inputClass } from '../ui/form/field-words'
import { Notice } from '../ui/notice'

type WayInWordsProps = {
  opening: Opening
  /** Something beside the event itself is open to people with a code only, and not to this reader yet. */
  isMoreClosed: boolean
  /** Where the address itself says the language, and has to go on saying it. */
  language?: string
}

/** What became of a code or an invitation that came with the address, and where to type one. */
export function WayInWords({ opening, isMoreClosed, language }: WayInWordsProps) {
  const t = useTranslations('register')
  const { invitation, spent, tried } = opening
  return (
    <div className="mb-8 space-y-4 empty:hidden">
      {invitation && (
        <Notice title={t('invitation.open')} tone="good">
          {t('invitation.openText')}
        </Notice>
      )}
      {spent && (
        <Notice title={t(`invitation.${spent}`)} tone="warn">
          {t(`invitation.${spent}Text`)}
        </Notice>
      )}
      {tried === 'open' && (
        <Notice role="status" title={t('code.opened')} tone="good">
          {t('code.openedText')}
        </Notice>
      )}
      {tried === 'wrong' && (
        <Notice role="alert" title={t('code.wrong')} tone="warn">
          {t('code.wrongText')}
        </Notice>
      )}
      {tried === 'too_many_codes' && (
        <Notice role="alert" title={t('code.too_many_codes')} tone="warn">
          {t('refusals.too_many_codes')}
        </Notice>
      )}
      {isMoreClosed && (
        <details className="rounded border border-line px-4 py-3" data-print="hide">
          <summary className="cursor-pointer font-semibold">{t('code.have')}</summary>
          <p className="mt-2 text-muted">{t('code.more')}</p>
          {/* A form that only reads: the code stands in the address, as in a link that carries one. */}
          <form className="mt-3 flex flex-wrap items-end gap-3" method="get">
            {language && <input name="lang" type="hidden" value={language} />}
            <label className="block min-w-48 flex-1 space-y-1.5">
              <span className="block font-semibold">{t('code.label')}</span>
              <input
                autoComplete="off"
                className={inputClass}
                maxLength={limits.accessCode}
                name="code"
                required
                spellCheck={false}
                type="text"
              />
            </label>
            <Button type="submit">{t('code.use')}</Button>
          </form>
        </details>
      )}
    </div>
  )
}

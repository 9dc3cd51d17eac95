import { useTranslations } from 'next-intl'
import { type Language, sayMoment } from '@/lib/dates'
import type { MyData } from '@/lib/privacy/schema'
import { withdrawableConsents } from '@/lib/registrations/rules'
import { SubmitButton } from '../ui/form/submit-button'
import { Section } from '../ui/section'

type MyConsentsProps = {
  id: string
  data: MyData
  language: Language
  withdraw: (data: FormData) => Promise<void>
}

/** Each consent by itself, with when it was given; what can be taken back alone has its button. */
export function MyConsents({ id, data, language, withdraw }: MyConsentsProps) {
  const t = useTranslations('change.data')
  if (data.consents.length === 0) return null
  const say = (at: Date) => sayMoment(at, data.event.timezone, language)
  return (
    <Section title={t('consents')}>
      <ul className="divide-y divide-line border-line border-y">
        {data.consents.map(({ kind, textVersion, isGiven, decidedAt, withdrawnAt }) => (
          <li
            className="flex flex-wrap items-center justify-between gap-3 py-4"
            key={`${kind} ${textVersion}`}
          >
            <div className="min-w-0 flex-1 basis-60">
              <p>{t.has(`consent.${kind}`) ? t(`consent.${kind}` as 'consent.listed') : kind}</p>
              <p className="text-muted text-sm">
                {withdrawnAt
                  ? t('withdrawnAt', { moment: say(withdrawnAt) })
                  : t(isGiven ? 'given' : 'refused', { moment: say(decidedAt) })}
                {kind === 'code_of_conduct' && ` · ${t('codeOfConductNote')}`}
              </p>
            </div>
            {isGiven && !withdrawnAt && withdrawableConsents.some((one) => one === kind) && (
              <form action={withdraw}>
                <input name="registration" type="hidden" value={id} />
                <input name="consent" type="hidden" value={kind} />
                <SubmitButton variant="secondary">
                  {t('withdraw')} <span className="sr-only">{t(`consent.${kind}` as 'consent.listed')}</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

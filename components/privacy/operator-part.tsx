import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import type { Settings } from '@/lib/installation/schema'

/** Who runs the house and where to write, as far as they say so. */
export function OperatorPart({ settings }: { settings: Settings }) {
  const t = useTranslations('privacy')
  const { operatorName, contactEmail, legalNotice } = settings
  if (!operatorName && !contactEmail && !legalNotice) return null
  return (
    <Section id="operator" title={t('operator')}>
      <div className="prose space-y-3">
        {operatorName && <p className="font-medium">{operatorName}</p>}
        {legalNotice && <p className="wrap-anywhere whitespace-pre-line">{legalNotice}</p>}
        {contactEmail && (
          <p>
            {t.rich('operatorWrite', {
              email: contactEmail,
              link: (email) => <TextLink href={`mailto:${contactEmail}`}>{email}</TextLink>,
            })}
          </p>
        )}
      </div>
    </Section>
  )
}

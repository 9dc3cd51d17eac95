import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { EventView } from '@/lib/events/schema'
import { limits } from '@/lib/registrations/schema'
import { Help } from '../ui/form/help'
import { Question } from '../ui/form/question'
import { TextField } from '../ui/form/text-field'
import { OnSiteOnly } from './on-site-only'

type WhoQuestionProps = { event: EventView; knownEmail?: ReactNode; help?: ReactNode }

export function WhoQuestion({ event, knownEmail, help }: WhoQuestionProps) {
  const t = useTranslations('register')
  return (
    <Question help={help} title={t('who')}>
      <TextField
        autoComplete="name"
        hint={t('nameHint')}
        label={t('name')}
        maxLength={limits.name}
        name="name"
        required
      />
      {knownEmail ?? (
        <TextField
          autoComplete="email"
          hint={t('emailHint')}
          inputMode="email"
          label={t('email')}
          maxLength={limits.email}
          name="email"
          required
          spellCheck={false}
          type="email"
        />
      )}
      <TextField
        autoComplete="organization"
        hint={t('organizationHint')}
        label={t('organization')}
        maxLength={limits.organization}
        name="organization"
        optional={t('optional')}
      />
      {event.isLegalNameRequired && (
        <OnSiteOnly>
          <TextField
            autoComplete="section-id name"
            help={<Help title={t('legalNameHelpTitle')}>{t('legalNameHelp')}</Help>}
            hint={[
              t('legalNameHint'),
              event.accessListReason && t('legalNameReason', { reason: event.accessListReason }),
            ]
              .filter(Boolean)
              .join(' ')}
            label={t('legalName')}
            maxLength={limits.name}
            name="legalName"
            required
          />
        </OnSiteOnly>
      )}
    </Question>
  )
}

import { useTranslations } from 'next-intl'
import { AddressForm } from '@/components/registrations/address-form'
import type { FormState } from '@/components/ui/form/form-state'

type PersonAddressProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** For somebody who hears nothing, because their address has a slip in it. */
export function PersonAddress({ action }: PersonAddressProps) {
  const t = useTranslations('organizer.person.address')
  return (
    <div className="mt-6 max-w-2xl" data-print="hide">
      <AddressForm
        action={action}
        fold={{ title: t('title'), lead: t('lead') }}
        label={t('field')}
        name="theirEmail"
        submit={t('send')}
        summaryTitle={t('mistake')}
      />
    </div>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { ClockIcon } from '@/components/ui/icons'
import { languages } from '@/lib/languages'
import { limits } from '@/lib/registrations/schema'
import type { DoorState } from './door-state'
import type { UsedWalkIn } from './use-walk-in'

type WalkInHeldProps = { walkIn: UsedWalkIn; isIdNeeded: boolean }

/** The short form without network: as much as nobody is registered without. */
export function WalkInHeld({ walkIn, isIdNeeded }: WalkInHeldProps) {
  const t = useTranslations('checkIn.walkIn')
  const register = useTranslations('register')
  const language = useLocale()
  return (
    <form action={walkIn.keep} className="space-y-6" data-walk-in="held">
      <div className="space-y-1">
        <h2 className="text-2xl">{t('title')}</h2>
        <p>{t('held.note')}</p>
      </div>
      <TextField
        autoComplete="off"
        hint={register('nameHint')}
        label={register('name')}
        maxLength={limits.name}
        name="name"
        pattern=".*\S.*"
        required
      />
      <TextField
        autoComplete="off"
        hint={register('emailHint')}
        inputMode="email"
        label={register('email')}
        maxLength={limits.email}
        name="email"
        pattern="[^\s@]+@[^\s@]+\.[^\s@]+"
        required
        spellCheck={false}
        type="email"
      />
      <TextField
        autoComplete="off"
        hint={register('organizationHint')}
        label={register('organization')}
        maxLength={limits.organization}
        name="organization"
        optional={register('optional')}
      />
      {isIdNeeded && (
        <TextField
          autoComplete="off"
          hint={register('legalNameHint')}
          label={register('legalName')}
          maxLength={limits.name}
          name="legalName"
          pattern=".*\S.*"
          required
        />
      )}
      <ChoiceField
        columns={2}
        legend={register('photo')}
        name="photo"
        options={[
          { value: 'fine', label: register('photo_fine') },
          {
            value: 'no_camera',
            label: register('photo_no_camera'),
            hint: register('photo_no_cameraHint'),
          },
        ]}
        required
      />
      <ChoiceField
        columns={2}
        legend={t('agreed')}
        name="agreed"
        options={[
          { value: 'on_paper', label: t('agreedHere') },
          { value: 'not_given', label: t('notAgreed') },
        ]}
        required
      />
      <SelectField
        defaultValue={language}
        label={t('language')}
        name="language"
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <div className="space-y-3">
        <SubmitButton className="w-full" size="door">
          {t('held.keep')}
        </SubmitButton>
        <Button className="min-h-16 w-full" onClick={walkIn.close} size="large">
          {t('held.back')}
        </Button>
      </div>
    </form>
  )
}

/** Kept is not registered: how full it is, the person at the door has to weigh. */
export function HeldWords({ name, state: { picture, point } }: { name: string; state: DoorState }) {
  const t = useTranslations('checkIn.walkIn.held')
  const { arrived, expected } = picture.count(point)
  return (
    <p className="bg-wait px-5 py-8 font-semibold text-2xl text-wait-ink sm:px-8" data-held="">
      <ClockIcon className="mb-3 block" size={56} />
      {t('kept', { name, arrived, expected })}
    </p>
  )
}

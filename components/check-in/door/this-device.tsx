import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { inputClass } from '@/components/ui/form/field-words'
import { deskDevice } from '@/lib/check-in/schema'
import { CameraChoices } from './camera-view'
import type { Door } from './create-door'
import type { DoorState } from './door-state'
import type { DoorCamera } from './use-camera'

type ThisDeviceProps = { door: Door; state: DoorState; camera: DoorCamera }

/** What is set once before the rush, and the way out after it. */
export function ThisDevice({ door, state, camera }: ThisDeviceProps) {
  const t = useTranslations('checkIn.phone')
  const id = useId()
  const { device } = state.picture.snapshot
  return (
    <details className="rounded border border-line">
      <summary className="px-4 py-5 font-semibold">{t('title')}</summary>
      <div className="space-y-5 px-4 pb-4">
        <CameraChoices camera={camera} />
        {!device.id && (
          <form action={(data) => door.name(String(data.get('device') ?? ''))} className="space-y-1.5">
            <label className="block font-semibold" htmlFor={id}>
              {t('name')}
            </label>
            <div className="flex gap-2">
              <input
                className={`${inputClass} min-h-16`}
                defaultValue={state.device === deskDevice ? '' : state.device}
                id={id}
                maxLength={80}
                name="device"
              />
              <Button className="min-h-16" type="submit">
                {t('keepName')}
              </Button>
            </div>
          </form>
        )}
        {!device.id && (
          <form action={() => door.forget()}>
            <ConfirmButton
              cancelLabel={t('cancel')}
              confirmLabel={t('confirm')}
              consequence={`${t('forgetText')} ${state.waiting > 0 ? t('forgetUnsent', { count: state.waiting }) : ''}`}
              label={t('forget')}
              title={t('forget')}
              variant="quiet"
            />
          </form>
        )}
      </div>
    </details>
  )
}

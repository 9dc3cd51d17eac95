import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { QrIcon } from '@/components/ui/icons'
import type { DoorCamera } from './use-camera'

/** What the camera sees: large while it waits for a badge, a strip below an answer. `isShut`: nobody is scanned now, and the room is needed for a question. */
export function CameraView({
  camera,
  isBig,
  isShut,
}: {
  camera: DoorCamera
  isBig: boolean
  isShut: boolean
}) {
  const t = useTranslations('checkIn.camera')
  const { state, video, start } = camera
  const isOn = state === 'on' || state === 'starting'
  const height = isBig ? 'flex-1' : isShut ? 'h-0 shrink-0' : 'h-24 shrink-0'
  const place = 'beside:col-start-1 beside:row-start-2 beside:h-auto'
  if (!isOn && isShut) return null
  if (!isOn)
    return (
      <section
        aria-label={t('title')}
        className={`flex min-h-0 flex-col justify-end gap-3 px-4 py-3 sm:px-8 ${isBig ? 'flex-1' : 'shrink-0'} ${place}`}
      >
        {(state === 'denied' || state === 'none') && isBig && <p className="text-lg">{t(state)}</p>}
        <Button onClick={start} size="door" variant={isBig ? 'primary' : 'secondary'}>
          <QrIcon size={28} />
          {t('start')}
        </Button>
      </section>
    )
  return (
    <section
      aria-label={t('title')}
      className={`relative min-h-0 overflow-hidden bg-shade ${height} ${place}`}
      data-camera={state}
    >
      <video className="absolute inset-0 size-full object-cover" muted playsInline ref={video} />
      <p className="absolute inset-x-0 bottom-0 bg-paper/85 px-4 py-2 text-center font-semibold sm:px-8">
        {t(state === 'starting' ? 'starting' : 'ready')}
      </p>
    </section>
  )
}

/** What else there is to say to a camera. */
export function CameraChoices({ camera }: { camera: DoorCamera }) {
  const t = useTranslations('checkIn.camera')
  const { state, cameras, chosen, choose, light, isLit, stop } = camera
  if (state !== 'on') return null
  return (
    <div className="space-y-3">
      {cameras.length > 1 && (
        <label className="block space-y-1.5 font-semibold">
          {t('choose')}
          <select
            className={`${inputClass} min-h-16`}
            onChange={({ target }) => choose(target.value)}
            value={chosen ?? ''}
          >
            <option value="">–</option>
            {cameras.map(({ deviceId, label }) => (
              <option key={deviceId} value={deviceId}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="grid grid-cols-2 gap-3">
        {light && (
          <Button aria-pressed={isLit} onClick={light} size="door">
            {t('light')}
          </Button>
        )}
        <Button onClick={stop} size="door">
          {t('stop')}
        </Button>
      </div>
    </div>
  )
}

import { CameraOffIcon } from './icons'

/** The pictogram photographers look for, with its word beside it. */
export function NoCameraMark({ label, size = 'small' }: { label: string; size?: 'small' | 'large' }) {
  const large = size === 'large'
  return (
    <span
      className={`inline-flex items-center font-semibold ${large ? 'gap-4 text-2xl' : 'gap-2 text-base'}`}
    >
      <span
        className={`inline-flex shrink-0 items-center justify-center rounded-full bg-bad text-bad-ink ${large ? 'size-20' : 'size-8'}`}
      >
        <CameraOffIcon size={large ? 44 : 18} />
      </span>
      {label}
    </span>
  )
}

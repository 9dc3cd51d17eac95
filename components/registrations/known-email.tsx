import type { ReactNode } from 'react'

type KnownEmailProps = { label: string; address: string; children?: ReactNode }

/** An address that this form does not change; it is sent along, and the server holds on to the one it knows. */
export function KnownEmail({ label, address, children }: KnownEmailProps) {
  return (
    <div className="space-y-1.5">
      <p className="font-semibold">{label}</p>
      <p className="break-words">
        <bdi>{address}</bdi>
      </p>
      {children && <p className="text-sm">{children}</p>}
      <input name="email" type="hidden" value={address} />
    </div>
  )
}

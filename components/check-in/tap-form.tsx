import type { ReactNode } from 'react'

export type Desk = { slug: string; point: string }
export type DeskAction = (data: FormData) => Promise<void>

type TapFormProps = {
  action: DeskAction
  desk: Desk
  values: Record<string, string | null | undefined>
  className?: string
  children: ReactNode
}

/** One button's worth of form: what it sends stands in it already, so that a second tap sends the same. */
export function TapForm({ action, desk, values, className, children }: TapFormProps) {
  const hidden = Object.entries({ ...desk, ...values }).filter(([, value]) => value != null)
  return (
    <form action={action} className={className}>
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} name={name} type="hidden" value={value!} />
      ))}
      {children}
    </form>
  )
}

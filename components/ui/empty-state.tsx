import type { ComponentType, ReactNode } from 'react'
import type { IconProps } from './icons'

type EmptyStateProps = {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  icon?: ComponentType<IconProps>
}

/** Nothing here yet, and what to do about it: a badge nobody has written a name on. */
export function EmptyState({ title, children, action, icon: Icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded border border-line-strong border-dashed px-6 py-8">
      <span aria-hidden="true" className="h-3 w-14 rounded-full border border-line-strong bg-raised" />
      <p className="flex items-center gap-2 font-semibold text-lg">
        {Icon && <Icon className="text-accent-text" size={22} />}
        {title}
      </p>
      {children && <div className="max-w-[60ch] text-muted">{children}</div>}
      {action && <div className="mt-1 flex flex-wrap gap-3">{action}</div>}
    </div>
  )
}

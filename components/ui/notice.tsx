import type { ReactNode } from 'react'
import { CheckIcon, CrossIcon, InfoIcon, WarningIcon } from './icons'

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad'

type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** `alert` for what just went wrong, `status` for what just went well. */
  role?: 'alert' | 'status' | 'note'
  className?: string
}

export function Notice({ tone = 'info', title, children, role = 'note', className = '' }: NoticeProps) {
  const { Icon, box, mark } = looks[tone]
  return (
    <div className={`flex gap-3 rounded border p-4 ${box} ${className}`} role={role}>
      <Icon className={`mt-0.5 ${mark}`} size={22} />
      <div className="min-w-0 max-w-[70ch] space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}

const looks = {
  info: { Icon: InfoIcon, box: 'border-info-text/30 bg-info-soft', mark: 'text-info-text' },
  good: { Icon: CheckIcon, box: 'border-good-text/30 bg-good-soft', mark: 'text-good-text' },
  warn: { Icon: WarningIcon, box: 'border-wait-text/30 bg-wait-soft', mark: 'text-wait-text' },
  bad: { Icon: CrossIcon, box: 'border-bad-text/30 bg-bad-soft', mark: 'text-bad-text' },
}

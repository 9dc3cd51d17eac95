import type { ComponentType, ReactNode } from 'react'
import { CheckIcon, CrossIcon, HourglassIcon, type IconProps, InfoIcon } from './icons'

export type Tone = 'neutral' | 'good' | 'wait' | 'bad' | 'info'

type TagProps = { tone?: Tone; icon?: ComponentType<IconProps>; children: ReactNode; className?: string }

/** A state in one word; the icon says the same for those who do not see colours. */
export function Tag({ tone = 'neutral', icon, children, className = '' }: TagProps) {
  const Icon = icon ?? icons[tone]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 align-middle font-semibold text-sm ${toneClass[tone]} ${className}`}
    >
      {Icon && <Icon size={14} />}
      {children}
    </span>
  )
}

const icons: Record<Tone, ComponentType<IconProps> | undefined> = {
  neutral: undefined,
  good: CheckIcon,
  wait: HourglassIcon,
  bad: CrossIcon,
  info: InfoIcon,
}

const toneClass: Record<Tone, string> = {
  neutral: 'bg-raised text-ink',
  good: 'bg-good-soft text-good-text',
  wait: 'bg-wait-soft text-wait-text',
  bad: 'bg-bad-soft text-bad-text',
  info: 'bg-info-soft text-info-text',
}

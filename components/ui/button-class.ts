export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'large' | 'door'
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize }

/** What a button looks like; apart from it, since whoever takes only this need not load what links need. */
export function buttonClass({ variant = 'secondary', size = 'regular' }: ButtonLook, className = ''): string {
  return `${shape} ${variants[variant]} ${sizes[size]} ${className}`
}

const shape =
  'inline-flex items-center justify-center gap-2 rounded border text-center font-semibold no-underline transition-[filter,background-color] duration-100 focus-visible:rounded disabled:opacity-50 aria-busy:opacity-70 aria-busy:cursor-progress'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:brightness-110 active:brightness-95',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-raised',
  quiet: 'border-transparent bg-transparent text-accent-text hover:bg-accent-soft',
  danger: 'border-bad bg-surface text-bad-text hover:bg-bad-soft',
}

const sizes: Record<ButtonSize, string> = {
  regular: 'min-h-11 px-4 py-2 text-base',
  large: 'min-h-14 px-6 py-3 text-lg',
  door: 'min-h-16 w-full px-6 py-4 text-xl',
}

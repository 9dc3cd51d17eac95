import { Anchor, type AnchorProps } from './anchor'

export function TextLink({ className = '', ...rest }: AnchorProps) {
  return (
    <Anchor
      className={`text-accent-text underline decoration-1 underline-offset-[0.2em] hover:decoration-2 ${className}`}
      {...rest}
    />
  )
}

import type { ComponentProps } from 'react'
import { Anchor, type AnchorProps } from './anchor'
import { type ButtonLook, buttonClass } from './button-class'

export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />
}

export function LinkButton({ variant, size, className, ...rest }: AnchorProps & ButtonLook) {
  return <Anchor className={buttonClass({ variant, size }, className)} {...rest} />
}

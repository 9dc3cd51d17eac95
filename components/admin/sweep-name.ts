import type { useTranslations } from 'next-intl'

/** What a sweep does, in words; one that nobody has put into words goes by its own name. */
export function sweepName(t: ReturnType<typeof useTranslations<'admin'>>, name: string): string {
  const words = `sweeps.names.${name}` as 'sweeps.names.mails'
  return t.has(words) ? t(words) : name
}

import type { useTranslations } from 'next-intl'

/** The word for a kind of mail; a kind without one is simply a mail. */
export function kindWord(t: ReturnType<typeof useTranslations<'mail'>>, kind: string): string {
  return t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : t('kinds.other')
}

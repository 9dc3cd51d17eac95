import type { useTranslations } from 'next-intl'
import type { InviteRefusal } from '@/lib/registrations/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

// A new refusal without words in both languages does not compile.
const said = (words: (typeof en & typeof de)['organizer']['invite']['refusals']) =>
  words satisfies Record<InviteRefusal, string>

export const inviteRefusal = (t: Translate, refusal: keyof ReturnType<typeof said>): string =>
  t(`refusals.${refusal}`)

type Translate = ReturnType<typeof useTranslations<'organizer.invite'>>

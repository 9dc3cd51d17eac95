import { useTranslations } from 'next-intl'
import { type Language, sayMoment } from '@/lib/dates'
import { sayOwnAct } from '@/lib/privacy/rules'
import type { MyData } from '@/lib/privacy/schema'
import { kindWord } from '../mails/kind-word'
import { Facts } from '../ui/facts'
import { Section } from '../ui/section'

/** What is held, what was written, what happened: each with its moment. */
export function MyTrail({ data, language }: { data: MyData; language: Language }) {
  const t = useTranslations('change.data')
  const mail = useTranslations('mail')
  const acts = useTranslations('change.acts')
  const say = (at: Date) => sayMoment(at, data.event.timezone, language)
  const parts = [
    {
      title: t('claims'),
      facts: data.claims.map(({ label, state }) => ({ term: label, value: t(`state.${state}`) })),
    },
    {
      title: t('mails'),
      facts: data.mails.map(({ kind, state, createdAt, toAddress }) => ({
        term: say(createdAt),
        value: `${kindWord(mail, kind)} → ${toAddress}, ${t(`mailState.${state}`)}`,
      })),
    },
    {
      title: t('arrivals'),
      facts: data.checkIn.map(({ deviceAt, point, outcome }) => ({
        term: say(deviceAt),
        value: [point, acts.has(outcome) ? acts(outcome as 'arrived') : outcome].filter(Boolean).join(': '),
      })),
    },
    {
      title: t('notes'),
      facts: [
        ...data.notes.map(({ at, text }) => ({ term: say(at), value: text })),
        ...(data.tags.length > 0 ? [{ term: t('tags'), value: data.tags.join(' · ') }] : []),
      ],
    },
    {
      title: t('history'),
      facts: data.history.map((line) => ({ term: say(line.at), value: sayOwnAct(line, language) })),
    },
  ]
  return parts
    .filter(({ facts }) => facts.length > 0)
    .map(({ title, facts }) => (
      <Section key={title} title={title}>
        <Facts beside facts={facts} />
      </Section>
    ))
}

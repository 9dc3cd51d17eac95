import type { useTranslations } from 'next-intl'
import type { FoundProblem } from '@/lib/group-mails/rules'
import {
  groupMailLimits,
  groupPlaceholders,
  type PressRefusal,
  type SaveDraftRefusal,
  type TextProblem,
} from '@/lib/group-mails/schema'

type Words = ReturnType<typeof useTranslations<'groupMails'>>

/** Why a text cannot go out, beside the field it is typed into. */
export function textProblem(t: Words, { at, problem, word }: FoundProblem): string {
  const part = at.startsWith('subject') ? 'subject' : 'text'
  const known = groupPlaceholders.map((one) => `{${one}}`).join(', ')
  const sentences = {
    missing: t(`problems.missing.${part}`),
    too_long: t('problems.too_long', { max: groupMailLimits[part] }),
    unreadable: t('problems.unreadable'),
    unknown_placeholder: t('problems.unknown_placeholder', { word: word ?? '', known }),
  } satisfies Record<TextProblem, string>
  return sentences[problem]
}

export function draftRefusal(t: Words, refusal: SaveDraftRefusal): string {
  const sentences = {
    not_found: t('refusals.not_found'),
    already_sent: t('refusals.already_sent'),
    changed_meanwhile: t('refusals.changed_while_writing'),
  } satisfies Record<SaveDraftRefusal, string>
  return sentences[refusal]
}

export function pressRefusal(t: Words, refusal: PressRefusal): string {
  const sentences = {
    not_found: t('refusals.not_found'),
    changed_meanwhile: t('refusals.changed_meanwhile'),
    group_changed: t('refusals.group_changed'),
    incomplete: t('refusals.incomplete'),
    nobody: t('refusals.nobody'),
    unknown_time: t('refusals.unknown_time'),
    past: t('refusals.past'),
    too_far: t('refusals.too_far'),
  } satisfies Record<PressRefusal, string>
  return sentences[refusal]
}

import type { useTranslations } from 'next-intl'
import type { PlanWords } from './plan-list'

/** What a plan is told in, for controls that know no words themselves. */
export const planWords = (t: ReturnType<typeof useTranslations<'eventForm.page'>>): PlanWords => ({
  title: t('planTitle'),
  refusedTitle: t('planRefused'),
  concerned: t.raw('planConcernedPlain'),
  saveTell: t('saveTell'),
  saveAgreed: t('saveAgreed'),
  saving: t('saving'),
  added: t('added'),
  changed: t('changedTag'),
  removed: t('removed'),
  refused: t('refused'),
})

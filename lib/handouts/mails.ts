import { sayDay } from '../dates'
import { inert } from '../mail/rules'
import type { Composer } from '../mail/schema'
import { translator } from '../messages'
import type { TouchedList } from './schema'

/** Of the person only how their code ended, by which a list that shows codes can be told from another. */
export type ListToStrikeFacts = {
  slug: string
  title: string
  timezone: string
  codeEnd: string
  lists: TouchedList[]
}

/** Somebody had themselves erased, and stands on lists that left the house: which rows are to be struck out. */
export const composeListToStrike: Composer = ({ language, facts }) => {
  const { slug, title, timezone, codeEnd, lists } = facts as ListToStrikeFacts
  const words = translator(language, 'mail.listToStrike')
  const rows = lists.map(({ list, recipient, row, handedOutAt }) =>
    words('row', {
      ...{ list: words(`list.${list}`), recipient: inert(recipient), row },
      day: sayDay(new Date(handedOutAt), timezone, language),
    }),
  )
  return {
    subject: words('subject', { title }),
    preheader: words('preview', { count: lists.length }),
    greeting: words('greeting'),
    paragraphs: [words('opening', { title, codeEnd }), ...rows, words('ask')],
    actions: [{ label: words('action'), link: { to: 'page', path: `/organizer/${slug}/privacy` } }],
    closing: [words('why')],
  }
}

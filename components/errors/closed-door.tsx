'use client'

import { useTranslations } from 'next-intl'
import { AnswerPage } from '../ui/answer-page'
import { buttonClass } from '../ui/button-class'

type ClosedDoorProps = { why: 'notFound' | 'forbidden'; href: string; wayOut: 'toEvents' | 'toOrganizer' }

/**
 * Nothing here, or not for you. Every page carries both along for the case; drawn only where one is shown,
 * they cost the others nothing.
 */
export function ClosedDoor({ why, href, wayOut }: ClosedDoorProps) {
  const t = useTranslations('errors')
  return (
    <AnswerPage strip={t('strip')} text={t(`${why}.text`)} title={t(`${why}.title`)}>
      <a className={buttonClass({ variant: 'primary' })} href={href}>
        {t(wayOut)}
      </a>
    </AnswerPage>
  )
}

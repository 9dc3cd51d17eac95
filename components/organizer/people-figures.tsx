import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import type { PeopleFigures as Figures } from '@/lib/dashboards/schema'
import { attendeesHref } from './attendees-href'
import { FigureGrid } from './figure-grid'

type PeopleFiguresProps = { slug: string; figures: Figures; door: { arrived: number; expected: number } }

/** Who registered, who comes and who is there, each number a list of those people. */
export function PeopleFigures({ slug, figures, door }: PeopleFiguresProps) {
  const t = useTranslations('organizer.figures')
  const { status, confirmed } = figures
  const registered = Object.values(status).reduce((sum, count) => sum + count, 0) - status.cancelled
  const link = (filter: Parameters<typeof attendeesHref>[1]) => attendeesHref(slug, filter)
  return (
    <FigureGrid>
      <FigureSentence
        figure={registered}
        href={link({ status: 'live' })}
        sentence={t('registered', { count: registered })}
      />
      <FigureSentence
        figure={status.confirmed}
        href={link({ status: 'confirmed' })}
        note={t('ways', { onSite: confirmed.on_site, remote: confirmed.remote })}
        sentence={t('confirmed', { count: status.confirmed })}
      />
      <FigureSentence
        figure={status.waitlisted}
        href={link({ status: 'waitlisted' })}
        sentence={t('waiting', { count: status.waitlisted })}
      />
      {status.pending_approval > 0 && (
        <FigureSentence
          figure={status.pending_approval}
          href={link({ status: 'pending_approval' })}
          sentence={t('pending', { count: status.pending_approval })}
        />
      )}
      {status.unverified > 0 && (
        <FigureSentence
          figure={status.unverified}
          href={link({ status: 'unverified' })}
          sentence={t('unverified', { count: status.unverified })}
        />
      )}
      <FigureSentence
        figure={status.cancelled}
        href={link({ status: 'cancelled' })}
        sentence={t('cancelled', { count: status.cancelled })}
      />
      <FigureSentence
        figure={confirmed.on_site}
        href={link({ status: 'confirmed', presence: 'on_site' })}
        sentence={t('onSite', { count: confirmed.on_site })}
      />
      <FigureSentence
        figure={confirmed.remote}
        href={link({ status: 'confirmed', presence: 'remote' })}
        sentence={t('remote', { count: confirmed.remote })}
      />
      <FigureSentence
        figure={figures.noCamera}
        href={link({ status: 'confirmed', photo: 'no_camera' })}
        note={figures.photoNotAsked > 0 && t('notAsked', { count: figures.photoNotAsked })}
        sentence={t('stickers', { count: figures.noCamera })}
      />
      {figures.askedStillComing > 0 && (
        <FigureSentence
          figure={t('of', { count: figures.stillComing, size: figures.askedStillComing })}
          href={link({ status: 'confirmed', coming: 'yes' })}
          note={t('stillAsked', { count: figures.askedStillComing })}
          sentence={t('stillComing', { count: figures.stillComing })}
        />
      )}
      <FigureSentence
        figure={t('of', { count: door.arrived, size: door.expected })}
        href={link({ arrived: 'yes' })}
        sentence={t('arrived', { count: door.arrived })}
      />
    </FigureGrid>
  )
}

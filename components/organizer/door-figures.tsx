import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import type { AskedFilter } from '@/lib/attendees/schema'
import type { PeopleFigures } from '@/lib/dashboards/schema'
import type { MailCounts } from '@/lib/mail/schema'
import { attendeesHref } from './attendees-href'
import { FigureGrid } from './figure-grid'

type DoorFiguresProps = { slug: string; figures: PeopleFigures; mails: MailCounts; arePhotosTaken: boolean }

/** What has to be ready or asked before the doors open: stickers, answers, mails. */
export function DoorFigures({ slug, figures, mails, arePhotosTaken }: DoorFiguresProps) {
  const t = useTranslations('organizer.figures')
  const { photo, offered, stillComing, silent, askedStillComing } = figures
  const coming = (filter: AskedFilter) => attendeesHref(slug, { status: 'confirmed', ...filter })
  const onPlace = (word: keyof typeof photo) =>
    coming({ presence: ['on_site', 'activity_only'], photo: word })
  return (
    <FigureGrid>
      {(arePhotosTaken || photo.no_camera > 0) && (
        <FigureSentence
          figure={photo.no_camera}
          href={onPlace('no_camera')}
          sentence={t('stickers', { count: photo.no_camera })}
        />
      )}
      {photo.not_asked > 0 && (
        <FigureSentence
          figure={photo.not_asked}
          href={onPlace('not_asked')}
          note={t('notAskedNote')}
          sentence={t('notAsked', { count: photo.not_asked })}
        />
      )}
      {(arePhotosTaken || photo.no_camera > 0) && (
        <FigureSentence
          figure={photo.fine}
          href={onPlace('fine')}
          sentence={t('photosFine', { count: photo.fine })}
        />
      )}
      {offered > 0 && (
        <FigureSentence
          figure={offered}
          href={attendeesHref(slug, { offered: 'yes' })}
          sentence={t('offered', { count: offered })}
        />
      )}
      {askedStillComing > 0 && (
        <>
          <FigureSentence
            figure={stillComing}
            href={coming({ coming: 'yes' })}
            note={t('stillAsked', { count: askedStillComing })}
            sentence={t('stillComing', { count: stillComing })}
          />
          <FigureSentence
            figure={silent}
            href={coming({ coming: 'no' })}
            sentence={t('silent', { count: silent })}
          />
        </>
      )}
      <FigureSentence
        figure={mails.failed}
        href={`/organizer/${slug}/mails?state=failed`}
        sentence={t('mailsFailed', { count: mails.failed })}
      />
      {mails.waiting > 0 && (
        <FigureSentence
          figure={mails.waiting}
          href={`/organizer/${slug}/mails?state=waiting`}
          sentence={t('mailsWaiting', { count: mails.waiting })}
        />
      )}
    </FigureGrid>
  )
}

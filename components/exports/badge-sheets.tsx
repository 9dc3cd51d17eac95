import { useTranslations } from 'next-intl'
import type { BadgeFace } from '@/lib/exports/schema'
import {
  badgeParts,
  fitName,
  type LabelPreset,
  labelPlace,
  labelsOnPage,
  lineHeightOf,
  roughWidth,
} from '@/lib/labels'
import { CameraOffIcon } from '../ui/icons'
import { QrCode } from './qr-code'
import { ScrollBox } from './scroll-box'

type BadgeSheetsProps = {
  title: string
  event: string
  badges: BadgeFace[]
  preset: LabelPreset
  shift: readonly [number, number]
}

/** Pages of labels as they will lie on paper; on the screen each page is a sheet with a shadow of an edge. */
export function BadgeSheets({ title, event, badges, preset, shift }: BadgeSheetsProps) {
  const perPage = labelsOnPage(preset)
  const pages = Array.from({ length: Math.ceil(badges.length / perPage) }, (_, at) =>
    badges.slice(at * perPage, (at + 1) * perPage),
  )
  const [width, height] = preset.page
  return (
    <ScrollBox label={title}>
      {pages.map((page, at) => (
        <div
          className="sheet relative mb-6 overflow-hidden border border-line bg-qr-paper text-qr-ink print:mb-0 print:break-after-page print:border-0"
          // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other name
          key={at}
          style={{ width: `${width}mm`, height: `${height - 0.5}mm` }}
        >
          {page.map((badge, place) => {
            const [left, top] = labelPlace(preset, place, shift)
            const [wide, tall] = preset.label
            return (
              <article
                className="absolute overflow-hidden"
                // biome-ignore lint/suspicious/noArrayIndexKey: a blank badge has no other name
                key={place}
                style={{ left: `${left}mm`, top: `${top}mm`, width: `${wide}mm`, height: `${tall}mm` }}
              >
                <Badge badge={badge} event={event} label={preset.label} />
              </article>
            )
          })}
        </div>
      ))}
    </ScrollBox>
  )
}

function Badge({
  badge,
  event,
  label,
}: {
  badge: BadgeFace
  event: string
  label: readonly [number, number]
}) {
  const t = useTranslations('organizer.exports.paper')
  const { square, name, hasOrganization, sizes } = badgeParts(label, badge.organization)
  const size = fitName(badge.name, name, roughWidth, sizes)
  return (
    <div className="flex h-full flex-col p-[3mm]">
      <p className="truncate" style={{ fontSize: '7pt' }}>
        {event}
      </p>
      <div className="flex min-h-0 flex-1 flex-col justify-center">
        <p
          className="font-bold [overflow-wrap:anywhere]"
          dir="auto"
          style={{ fontSize: `${size}pt`, lineHeight: lineHeightOf(badge.name) }}
        >
          {badge.name}
        </p>
        {hasOrganization && (
          <p className="truncate" dir="auto" style={{ fontSize: `${Math.min(12, size * 0.6)}pt` }}>
            {badge.organization}
          </p>
        )}
      </div>
      <div className="flex items-end justify-between">
        {badge.isNoCamera ? (
          <span className="inline-flex items-center gap-1 font-bold" style={{ fontSize: '9pt' }}>
            <CameraOffIcon size={Math.round(square * 2.6)} />
            {t('noCamera')}
          </span>
        ) : (
          <span />
        )}
        {badge.code && <QrCode millimetres={square} text={badge.code} />}
      </div>
    </div>
  )
}

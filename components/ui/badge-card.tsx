import type { ReactNode } from 'react'
import { type Fact, Facts } from './facts'
import { NoCameraMark } from './no-camera-mark'

type BadgeCardProps = {
  accent?: string
  /** What the strip says: the event, and beneath it when and where. */
  event: ReactNode
  eventNote?: ReactNode
  name: string
  organization?: string
  status?: ReactNode
  /** An SVG of dark modules; it stands on light ground in both schemes. */
  qr?: ReactNode
  qrNote?: ReactNode
  /** The words beside the pictogram; absent when photos are fine. */
  noCamera?: string
  facts?: Fact[]
  footer?: ReactNode
  heading?: 'h1' | 'h2' | 'p'
  className?: string
}

export function BadgeCard({ heading: Name = 'h1', className = '', ...badge }: BadgeCardProps) {
  return (
    <article className={`relative w-full max-w-md pt-14 ${className}`} data-accent={badge.accent}>
      <span
        aria-hidden="true"
        className="strap absolute top-0 left-1/2 z-10 h-[5.1rem] w-7 -translate-x-1/2"
      />
      <div className="overflow-hidden rounded border border-line bg-surface">
        <div className="bg-accent px-6 pt-4 pb-5 text-accent-ink">
          <span
            aria-hidden="true"
            className="mx-auto mb-5 block h-4 w-20 rounded-full border border-accent-ink/25 bg-paper"
          />
          <p className="break-words font-semibold text-lg leading-snug">{badge.event}</p>
          {badge.eventNote && <p className="text-sm">{badge.eventNote}</p>}
        </div>
        <div className="space-y-5 px-6 py-6">
          <div>
            <Name
              className={`break-words font-bold tracking-tight ${badge.name.length > 28 ? 'text-2xl' : 'text-3xl'}`}
            >
              <bdi>{badge.name}</bdi>
            </Name>
            {badge.organization && (
              <p className="mt-1 break-words text-lg text-muted">
                <bdi>{badge.organization}</bdi>
              </p>
            )}
          </div>
          {(badge.status || badge.noCamera) && (
            <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
              {badge.status}
              {badge.noCamera && <NoCameraMark label={badge.noCamera} />}
            </div>
          )}
          {badge.qr && (
            <div className="flex flex-wrap items-end gap-4">
              <div className="size-48 rounded border border-line bg-qr-paper p-1 text-qr-ink [&>svg]:size-full">
                {badge.qr}
              </div>
              {badge.qrNote && <p className="min-w-28 flex-1 text-muted text-sm">{badge.qrNote}</p>}
            </div>
          )}
          {badge.facts && badge.facts.length > 0 && (
            <Facts className="border-line border-t pt-5" facts={badge.facts} />
          )}
        </div>
        {badge.footer && (
          <div className="border-line border-t border-dashed px-6 py-4 text-muted text-sm">
            {badge.footer}
          </div>
        )}
      </div>
    </article>
  )
}

import { accentColours, houseColours } from '@/lib/accent-colours'
import { accents, defaultAccent } from '@/lib/accents'
import type { EventView } from '@/lib/events/schema'

/** An event as a badge of 1200 × 630, for whoever shares its address. Drawn without a browser: plain styles only. */
export function EventPreview({ event, when }: { event: EventView; when: string }) {
  const accent = accentColours[accents.find((one) => one === event.accent) ?? defaultAccent]
  const [ground, onGround] = [accent.accent[0], accent['accent-ink'][0]]
  const [paper, ink, muted] = [houseColours.paper[0], houseColours.ink[0], houseColours.muted[0]]
  const title = shorten(drawable(event.title) || event.slug, 110)
  const place = [event.venueName, event.venueAddress].map((line) => shorten(drawable(line ?? ''), 70))
  return (
    <div style={{ ...column, width: '100%', height: '100%', background: paper, color: ink }}>
      <div style={{ ...column, background: ground, color: onGround, padding: '30px 80px 48px', height: 356 }}>
        <div style={{ width: 150, height: 30, borderRadius: 15, background: paper, alignSelf: 'center' }} />
        <div style={{ ...column, flexGrow: 1, justifyContent: 'flex-end' }}>
          {event.series && <div style={{ fontSize: 32 }}>{shorten(drawable(event.series), 60)}</div>}
          <div
            style={{
              // The engine's font has one weight.
              WebkitTextStroke: `2px ${onGround}`,
              fontSize: sizeFor(title),
              lineHeight: 1.08,
              letterSpacing: '-0.03em',
              wordBreak: 'break-word',
            }}
          >
            {title}
          </div>
        </div>
      </div>
      <div style={{ ...column, flexGrow: 1, justifyContent: 'space-between', padding: '38px 80px 44px' }}>
        <div style={column}>
          <div style={{ fontSize: when.length > 50 ? 32 : 40, letterSpacing: '-0.015em' }}>{when}</div>
          <div style={{ fontSize: 32, color: muted, marginTop: 8 }}>{place.filter(Boolean).join(' · ')}</div>
        </div>
        <Wordmark colours={{ ground, onGround, paper, strap: accent['accent-text'][0] }} />
      </div>
    </div>
  )
}

function Wordmark({ colours }: { colours: Record<'ground' | 'onGround' | 'paper' | 'strap', string> }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 16, fontSize: 32, letterSpacing: '-0.02em' }}>
      <svg aria-hidden="true" fill="none" height="50" viewBox="0 0 22 34" width="32">
        <path d="M2 0l9 14L20 0" stroke={colours.strap} strokeWidth="2.4" />
        <rect fill={colours.ground} height="20" rx="3.5" width="17" x="2.5" y="13" />
        <rect fill={colours.paper} height="2.4" rx="1.2" width="7" x="7.5" y="15.2" />
        <circle cx="11" cy="22.6" fill={colours.onGround} r="2.5" />
        <path d="M7 29h8" stroke={colours.onGround} strokeLinecap="round" strokeWidth="2" />
      </svg>
      Lanyard
    </div>
  )
}

const column = { display: 'flex', flexDirection: 'column' } as const

const sizeFor = (title: string): number => (title.length > 70 ? 52 : title.length > 36 ? 64 : 84)

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

// For any other letter the drawing engine would ask a server elsewhere for a font.
const drawable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u017f\u2010-\u2014\u2018-\u201e\u2022\u2026\u20ac]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

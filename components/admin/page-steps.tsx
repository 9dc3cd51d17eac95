import { LinkButton } from '@/components/ui/button'
import { ArrowIcon } from '@/components/ui/icons'

type PageStepsProps = {
  here: string
  filter: Record<string, string | undefined>
  /** The cursor of the following page, under its name in the address. */
  cursor: { name: string; now?: string; next: string | null }
  labels: { first: string; next: string }
}

/** To the following page of a list, and back to its start. */
export function PageSteps({ here, filter, cursor, labels }: PageStepsProps) {
  const to = (next?: string) => {
    const said = Object.entries({ ...filter, [cursor.name]: next }).filter(([, value]) => value)
    return said.length > 0 ? `${here}?${new URLSearchParams(said as string[][])}` : here
  }
  if (!cursor.now && !cursor.next) return null
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3" data-print="hide">
      {cursor.now && <LinkButton href={to()}>{labels.first}</LinkButton>}
      {cursor.next && (
        <LinkButton href={to(cursor.next)}>
          {labels.next}
          <ArrowIcon />
        </LinkButton>
      )}
    </div>
  )
}

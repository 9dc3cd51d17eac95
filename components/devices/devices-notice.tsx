import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** What became of the last press, as the address says it; anything else in the address says nothing. */
export function DevicesNotice({ said }: { said?: string | string[] }) {
  const t = useTranslations('devices')
  if (typeof said !== 'string' || !/^[a-z_]+$/.test(said)) return null
  const done = `said.${said}` as 'said.renamed'
  const refusal = `refusals.${said}` as 'refusals.name_taken'
  if (t.has(done)) return <Notice className="mb-6" role="status" title={t(done)} tone="good" />
  if (t.has(refusal)) return <Notice className="mb-6" role="alert" title={t(refusal)} tone="warn" />
  return null
}

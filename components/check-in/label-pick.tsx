import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { type LabelName, labelNames } from '@/lib/labels'

/** Which label lies in the desk's printer; a plain form that asks for this page anew. */
export function LabelPick({ name }: { name: LabelName }) {
  const t = useTranslations('organizer.exports.paper')
  return (
    <form className="grid grid-cols-[1fr_auto] items-end gap-3">
      <label className="font-semibold">
        {t('label')}
        <select
          className="mt-1 min-h-16 w-full rounded border border-line-strong bg-surface px-3"
          defaultValue={name}
          key={name}
          name="labels"
        >
          {labelNames.map((one) => (
            <option key={one} value={one}>
              {t(`presets.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Button size="large" type="submit">
        {t('apply')}
      </Button>
    </form>
  )
}

import { useTranslations } from 'next-intl'
import { type LabelWish, labelNames } from '@/lib/labels'
import { Button } from '../ui/button'

/** Which labels are in the printer; a plain form that asks for this page anew, with what it was asked for before. */
export function LabelForm({ labels, asked }: { labels: LabelWish; asked: [string, string][] }) {
  const t = useTranslations('organizer.exports.paper')
  const kept = asked.filter(([name]) => !['labels', 'x', 'y', 'blanks'].includes(name))
  const numbers = [
    ['blanks', t('blanks'), labels.blanks, 0, 500, 1],
    ['x', t('shiftX'), labels.shift[0], -20, 20, 0.5],
    ['y', t('shiftY'), labels.shift[1], -20, 20, 0.5],
  ] as const
  const box = 'mt-1 min-h-11 w-full rounded border border-line-strong bg-surface px-3'
  return (
    <form className="max-w-4xl">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
      ))}
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
        <label className="font-semibold">
          {t('label')}
          <select className={box} defaultValue={labels.name} name="labels">
            {labelNames.map((name) => (
              <option key={name} value={name}>
                {t(`presets.${name}`)}
              </option>
            ))}
          </select>
        </label>
        {numbers.map(([name, label, value, min, max, step]) => (
          <label className="font-semibold" key={name}>
            {label}
            <input
              className={box}
              defaultValue={value}
              max={max}
              min={min}
              name={name}
              step={step}
              type="number"
            />
          </label>
        ))}
        <Button type="submit">{t('apply')}</Button>
      </div>
      <p className="mt-3 max-w-[70ch] text-muted">{t('calibrate')}</p>
    </form>
  )
}

import { inputClass } from './field-words'

export type Option = { value: string; label: string }

type TicksProps = { name: string; label: string; options: Option[]; chosen: readonly string[] }

/** Any of several, as boxes. What was chosen and is not offered stays chosen: nobody narrows a list and gets a wider one. */
export function Ticks({ name, label, options, chosen }: TicksProps) {
  const unseen = chosen.filter((value) => !options.some((option) => option.value === value))
  const kept = unseen.map((value) => <input key={value} name={name} type="hidden" value={value} />)
  if (options.length === 0) return kept
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 break-words font-semibold text-sm">{label}</legend>
      {kept}
      <div className="max-h-56 overflow-y-auto">
        {options.map((option) => (
          <label className="flex min-h-8 items-start gap-2.5 py-1" key={option.value}>
            <input
              className="mt-1 size-4.5 shrink-0"
              defaultChecked={chosen.includes(option.value)}
              key={String(chosen.includes(option.value))}
              name={name}
              type="checkbox"
              value={option.value}
            />
            <bdi className="min-w-0 break-words">{option.label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = { name: string; label: string; all: string; value?: string; options: Option[] }

/** One of a few, or all. */
export function Choice({ name, label, all, value = '', options }: ChoiceProps) {
  return (
    <label className="block min-w-0 space-y-1.5">
      <span className="block break-words font-semibold text-sm">{label}</span>
      <select className={inputClass} defaultValue={value} key={value} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

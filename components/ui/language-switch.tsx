type LanguageSwitchProps = {
  label: string
  /** Each language under its own name. */
  languages: { code: string; name: string }[]
  current: string
  action: (data: FormData) => void | Promise<void>
}

export function LanguageSwitch({ label, languages, current, action }: LanguageSwitchProps) {
  return (
    <form action={action} aria-label={label} className="-mx-2 flex" data-print="hide">
      {languages.map(({ code, name }) => (
        <button
          aria-current={code === current ? 'true' : undefined}
          className={`min-h-11 min-w-11 rounded px-2 text-sm ${code === current ? 'font-bold text-ink' : 'text-muted underline underline-offset-4 hover:text-ink'}`}
          key={code}
          lang={code}
          name="language"
          type="submit"
          value={code}
        >
          {name}
        </button>
      ))}
    </form>
  )
}

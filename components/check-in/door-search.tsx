import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { SearchIcon } from '@/components/ui/icons'

type DoorSearchProps = {
  point: string
  text: string
  /** Under an answer it waits at the lower edge, in reach of the thumb. */
  isNext: boolean
  /** Else by codes alone. */
  mayNames: boolean
  /** Where the page itself finds people: what happens while somebody types, and on Enter. */
  live?: {
    field: RefObject<HTMLInputElement | null>
    typed: (text: string) => void
    asked: () => void
  }
}

/** Asks by GET, so that it works without JavaScript and a found list can be loaded again. */
export function DoorSearch({ point, text, isNext, mayNames, live }: DoorSearchProps) {
  const t = useTranslations('checkIn')
  return (
    <search
      className={
        isNext
          ? 'bottom-0 mt-5 block [@media(min-height:740px)]:sticky border-line border-t bg-paper px-4 py-3 sm:px-8'
          : 'block'
      }
    >
      <form
        className="space-y-1.5"
        method="get"
        onSubmit={
          live &&
          ((event) => {
            event.preventDefault()
            live.asked()
          })
        }
      >
        <input name="point" type="hidden" value={point} />
        <label className={live ? 'sr-only' : 'block font-semibold text-lg'} htmlFor="door-search">
          {t(mayNames ? 'search.label' : 'code')}
        </label>
        <p className={isNext || live ? 'sr-only' : 'text-muted'} id="door-search-hint">
          {t(mayNames ? 'search.hint' : 'codeHint')}
        </p>
        <div className="flex gap-2">
          <input
            aria-describedby="door-search-hint"
            autoCapitalize="off"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: forty people are waiting, and the desk only ever types here
            autoFocus={!live}
            className={`${inputClass} min-h-16 text-xl placeholder:text-muted`}
            {...(live ? { value: text, ref: live.field } : { defaultValue: text })}
            dir="auto"
            enterKeyHint="search"
            id="door-search"
            maxLength={200}
            name="q"
            onChange={live && (({ target }) => live.typed(target.value))}
            placeholder={live && t(mayNames ? 'search.label' : 'code')}
            spellCheck={false}
            type="search"
          />
          {!(live && mayNames) && (
            <Button className="min-h-16 px-5" size="large" type="submit" variant="primary">
              <SearchIcon size={24} />
              <span className="sr-only sm:not-sr-only">{t('search.button')}</span>
            </Button>
          )}
        </div>
      </form>
    </search>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { languages } from '@/lib/languages'

type DeskToolsProps = {
  chooseLanguage: (data: FormData) => Promise<void>
  signOut: () => Promise<void>
}

/** What stands in the corner of every desk: the language, and the way out. */
export function DeskTools({ chooseLanguage, signOut }: DeskToolsProps) {
  const t = useTranslations('common')
  return (
    <div className="flex items-center">
      <LanguageSwitch
        action={chooseLanguage}
        current={useLocale()}
        label={t('language')}
        languages={languages.map(({ code }) => ({ code, name: code.toUpperCase() }))}
      />
      <form action={signOut}>
        <Button className="px-2 text-sm" type="submit" variant="quiet">
          {t('signOut')}
        </Button>
      </form>
    </div>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { describePart, type FormWords } from '@/components/event-files/describe-part'
import { PartForm } from '@/components/event-files/part-form'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { getEventFile } from '@/lib/event-files/queries'
import { viewFile } from '@/lib/event-files/view-file'
import { fillPart } from '@/lib/event-forms/fill-part'
import { isSetting, roomOf } from '@/lib/event-forms/rules'
import type { PartName } from '@/lib/event-forms/schema'
import type { Language } from '@/lib/languages'
import { sealForm } from '@/lib/registrations/form-seal'
import { drawPreview } from './draw-preview'
import { openDesk } from './open-desk'
import { changePart } from './settings/actions'

type EditPartProps = { slug: string; part: PartName; asked: Record<string, string | string[] | undefined> }

/** One part of the event as a form, beside what people will see of it. */
export async function EditPart({ slug, part, asked }: EditPartProps) {
  const key = await openDesk(slug, roomOf(part))
  const [t, locale, stored] = await Promise.all([
    getTranslations('eventForm'),
    getLocale(),
    getEventFile(key),
  ])
  const language = locale as Language
  const values = fillPart(part, stored.file)
  const words = t as unknown as FormWords
  return (
    <div className="space-y-8">
      <PageHeading
        above={
          isSetting(part) ? (
            <TextLink href={`/organizer/${slug}/settings`}>{t('page.back')}</TextLink>
          ) : undefined
        }
        note={words(`notes.${part}`)}
        title={words(`parts.${part}`)}
      />
      {asked.saved && (
        <Notice
          role="status"
          title={t(asked.saved === 'nothing' ? 'page.nothing' : 'page.saved')}
          tone={asked.saved === 'nothing' ? 'info' : 'good'}
        />
      )}
      <PartForm
        action={changePart.bind(null, slug, part)}
        groups={describePart(part, words)}
        // The same while it is corrected, another once it is kept: only then does it forget what was typed.
        key={`${part} ${asked.saved}`}
        values={{ ...values, seen: [sealForm(values)] }}
        zone={stored.file.timezone}
      >
        {drawPreview(part, viewFile(stored.file, stored, now()), language)}
      </PartForm>
    </div>
  )
}

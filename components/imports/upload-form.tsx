import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'

/** A plain form that posts a file; its id makes the same press twice one list. */
export function UploadForm({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations('imports')
  return (
    <form
      action={`/organizer/${slug}/attendees/import/upload`}
      className="max-w-2xl space-y-5"
      encType="multipart/form-data"
      method="post"
    >
      <input name="id" type="hidden" value={id} />
      <label className="block space-y-1.5">
        <span className="block font-semibold">{t('file')}</span>
        <span className="block text-muted text-sm">{t('fileHint')}</span>
        <input
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className={inputClass}
          name="file"
          required
          type="file"
        />
      </label>
      <Button type="submit" variant="primary">
        {t('upload')}
      </Button>
    </form>
  )
}

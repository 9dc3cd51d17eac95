import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'

/** Staff eat, too; whoever stands at the door is asked quietly, below the work. */
export function DoorMeals({ slug }: { slug: string }) {
  const t = useTranslations('team.food')
  return (
    <p className="px-4 pb-8 text-sm sm:px-8">
      <TextLink className="inline-flex min-h-11 items-center" href={`/check-in/${slug}/meals`}>
        {t('title')}
      </TextLink>
    </p>
  )
}

import type { Deed } from './deeds'

/** The house's own rooms: for whoever is signed in and no admin there is nothing. */
export const adminRooms = [
  'app/admin/page.tsx',
  'app/admin/people/page.tsx',
  'app/admin/people/[id]/page.tsx',
  'app/admin/events/page.tsx',
  'app/admin/mails/page.tsx',
  'app/admin/mails/[id]/page.tsx',
  'app/admin/settings/page.tsx',
  'app/admin/history/page.tsx',
]

/** What is pressed there belongs to no event: what strangers can do with it is told in admin-runs-the-house.spec.ts. */
export const adminDeeds: Record<string, Deed | 'anybody' | 'told elsewhere'> = {
  'app/admin/people/actions.ts askAdminIn': 'told elsewhere',
  'app/admin/people/[id]/actions.ts makeThemAdmin': 'told elsewhere',
  'app/admin/people/[id]/actions.ts takeAdminAway': 'told elsewhere',
  'app/admin/people/[id]/actions.ts lockOut': 'told elsewhere',
  'app/admin/people/[id]/actions.ts unlock': 'told elsewhere',
  'app/admin/people/[id]/actions.ts resetFactor': 'told elsewhere',
  'app/admin/settings/actions.ts saveCreators': 'told elsewhere',
  'app/admin/settings/actions.ts saveFactorRule': 'told elsewhere',
  'app/admin/settings/actions.ts saveOperator': 'told elsewhere',
}

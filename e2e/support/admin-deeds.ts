/** What is pressed there belongs to no event: what strangers can do with it is told in admin-runs-the-house.spec.ts. */
export const adminDeeds: Record<string, 'admin'> = {
  'app/admin/mails/[id]/actions.ts sendHouseMailAgain': 'admin',
  'app/admin/people/actions.ts askAdminIn': 'admin',
  'app/admin/people/[id]/actions.ts makeThemAdmin': 'admin',
  'app/admin/people/[id]/actions.ts takeAdminAway': 'admin',
  'app/admin/people/[id]/actions.ts lockOut': 'admin',
  'app/admin/people/[id]/actions.ts unlock': 'admin',
  'app/admin/people/[id]/actions.ts resetFactor': 'admin',
  'app/admin/settings/actions.ts saveCreators': 'admin',
  'app/admin/settings/actions.ts saveFactorRule': 'admin',
  'app/admin/settings/actions.ts saveOperator': 'admin',
}

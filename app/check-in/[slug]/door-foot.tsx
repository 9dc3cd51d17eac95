import { DoorMeals } from '@/components/check-in/door-meals'
import { UnpairPhone } from '@/components/devices/unpair-phone'
import type { CheckInKey } from '@/lib/keys'
import { unpair } from './unpaired/actions'

/** Below the work: a phone without an account can leave, and whoever has one says what they eat. */
export const DoorFoot = ({ slug, holder }: { slug: string; holder: CheckInKey }) =>
  holder.deviceId ? <UnpairPhone action={unpair.bind(null, slug)} /> : <DoorMeals slug={slug} />

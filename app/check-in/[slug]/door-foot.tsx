import { DoorMeals } from '@/components/check-in/door-meals'
import { WalkInLink } from '@/components/check-in/walk-in-link'
import { UnpairPhone } from '@/components/devices/unpair-phone'
import type { CheckInKey } from '@/lib/keys'
import { unpair } from './unpaired/actions'

/** Below the work: who is new is registered, a phone without an account can leave, and whoever has one says what they eat. */
export const DoorFoot = ({ slug, holder }: { slug: string; holder: CheckInKey }) => (
  <>
    {holder.rank !== 'scan_only' && <WalkInLink slug={slug} />}
    {holder.deviceId ? <UnpairPhone action={unpair.bind(null, slug)} /> : <DoorMeals slug={slug} />}
  </>
)

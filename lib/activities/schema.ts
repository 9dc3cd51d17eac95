/** Something beside the main programme; `poolId` names the places it has. */
export type ActivityView = {
  id: string
  key: string
  title: string
  startsAt: Date
  endsAt: Date | null
  place: string | null
  text: string | null
  url: string | null
  closesAt: Date | null
  alone: boolean
  presence: 'on_site' | 'remote' | 'both'
  accessCode: string | null
  poolId: string
}

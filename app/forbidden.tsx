import { ClosedDoor } from '@/components/errors/closed-door'

export default function Forbidden() {
  return <ClosedDoor href="/organizer" wayOut="toOrganizer" why="forbidden" />
}

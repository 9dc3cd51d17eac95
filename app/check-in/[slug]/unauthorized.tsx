import { ClosedDoor } from '@/components/errors/closed-door'

export default function Unpaired() {
  return <ClosedDoor href="/sign-in" wayOut="toSignIn" why="unpaired" />
}

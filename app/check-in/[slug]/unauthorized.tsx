import { ForgetDoors } from '@/components/check-in/forget-doors'
import { ClosedDoor } from '@/components/errors/closed-door'

export default function Unpaired() {
  return (
    <>
      <ForgetDoors of="device" />
      <ClosedDoor href="/sign-in" wayOut="toSignIn" why="unpaired" />
    </>
  )
}

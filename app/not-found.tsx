import { ClosedDoor } from '@/components/errors/closed-door'

export default function NotFound() {
  return <ClosedDoor href="/" wayOut="toEvents" why="notFound" />
}

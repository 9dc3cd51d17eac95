import type { DoorCount } from '../check-in/schema'
import type { ArrivalBoard } from './schema'

/** Who came of everybody expected, however they take part. */
export const doorOf = ({ presences }: Pick<ArrivalBoard, 'presences'>): DoorCount => ({
  arrived: presences.reduce((sum, { arrived }) => sum + arrived, 0),
  expected: presences.reduce((sum, { expected }) => sum + expected, 0),
})

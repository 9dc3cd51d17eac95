import { expect, test } from 'vitest'
import { attendeeCells } from './rules'
import type { AttendeeRecord } from './schema'

const nameCell = (name: string | string[]) =>
  attendeeCells({ name, answers: {} } as never as AttendeeRecord, []).name

test.each([
  ['Acme;=1+1', "Acme;'=1+1"],
  ["a;=1+cmd|'/C calc'!A0;b", "a;'=1+cmd|'/C calc'!A0;b"],
  ['two lines\n@SUM(A1)', "two lines\n'@SUM(A1)"],
  ['wide;＝1', "wide;'＝1"],
  ['a;b; c - d, e=f', 'a;b; c - d, e=f'],
])('%j stays text where a semicolon begins a cell', (name, cell) => expect(nameCell(name)).toBe(cell))

test('a list is such a cell, too', () => expect(nameCell(['a;=1', 'b'])).toBe("a;'=1; b"))

import { expect, test } from 'vitest'
import { csvCell, jsonRow, letterOf, readExportFile, readWish } from './rules'

test.each([
  ['Acme;=1+1', "Acme;'=1+1"],
  ["a;=1+cmd|'/C calc'!A0;b", "a;'=1+cmd|'/C calc'!A0;b"],
  ['two lines\n@SUM(A1)', "two lines\n'@SUM(A1)"],
  ['wide;＝1', "wide;'＝1"],
  ['a;b; c - d, e=f', 'a;b; c - d, e=f'],
])('%j stays text where a semicolon begins a cell', (name, cell) => expect(csvCell(name)).toBe(cell))

test('a list is such a cell, too', () => expect(csvCell(['a;=1', 'b'])).toBe("a;'=1; b"))

test('JSON keeps the order of the columns and says null where nothing is', () =>
  expect(jsonRow(['name', '2024', 'days'], ['Ada', null, ['x']])).toBe(
    '{"name":"Ada","2024":null,"days":["x"]}',
  ))

test.each([
  ['Zoë', 'Z'],
  ['Óscar', 'O'],
  ['Øystein', 'O'],
  ['łukasz', 'L'],
  ['“Quoted”', 'Q'],
  ['Иван', 'И'],
  ['محمد', 'م'],
  ['4chan', '#'],
  ['🙂', '#'],
  ['', '#'],
])('%s stands under %s', (name, letter) => expect(letterOf(name)).toBe(letter))

test.each([
  ['no-camera.xlsx', { list: 'no-camera', format: 'xlsx' }],
  ['check-in.print', { list: 'check-in', format: 'print' }],
  ['attendees.exe', null],
  ['people.csv', null],
  ['attendees.csv.csv', null],
  ['__proto__.csv', null],
])('%s is %j', (name, file) => expect(readExportFile(name)).toEqual(file))

test('an address may ask for what every object has, and gets what it would without', () => {
  const odd = new URLSearchParams('constructor=a&toString=b&__proto__=c&diet=vegan&diet=halal')
  const usual = new URLSearchParams('diet=vegan&diet=halal')
  expect(readWish('attendees', odd)).toEqual(readWish('attendees', usual))
  expect(readWish('attendees', usual).filter.diet).toEqual(['vegan', 'halal'])
})

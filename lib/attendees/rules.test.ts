import { expect, test } from 'vitest'
import { filterQuery } from '@/components/organizer/attendees-href'
import { readFilter, withoutPhrase } from './rules'

const query =
  'q=J%C3%BCrgen&status=confirmed&status=waitlisted&arrived=yes&sort=answer.size&way=desc&answer.size=M&answer.size=L'

test('a filter is the same after it stood in an address', () => {
  const filter = readFilter(query)
  expect(filter).toMatchObject({
    q: 'Jürgen',
    status: ['confirmed', 'waitlisted'],
    arrived: 'yes',
    sort: 'answer.size',
    way: 'desc',
    answers: { size: ['M', 'L'] },
  })
  expect(readFilter(filterQuery(filter))).toEqual(filter)
  expect(readFilter('status=king&__proto__=x&answer.__proto__=y&sort=DROP&after=1')).toMatchObject({
    q: '',
    sort: 'registered_at',
  })
})

test('a part is taken away with what says nothing without it, and the list begins at its start', () => {
  const id = '01900000-0000-7000-8000-000000000000'
  const filter = readFilter(`${query}&place=${id}&standing=held&after=${id}`)
  expect(withoutPhrase(filter, 'status').status).toBeUndefined()
  expect(withoutPhrase(filter, 'answer.size').answers).toBeUndefined()
  expect(withoutPhrase(filter, 'q')).toMatchObject({ q: '', status: ['confirmed', 'waitlisted'] })
  expect(withoutPhrase(filter, 'place').standing).toBeUndefined()
  expect(withoutPhrase(filter, 'arrived').after).toBeUndefined()
})

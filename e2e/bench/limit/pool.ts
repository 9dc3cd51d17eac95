import pg from 'pg'

/** As many connections as the product has; where to, pg reads from PGHOST and its siblings. */
export const pool = new pg.Pool({ max: 10 })

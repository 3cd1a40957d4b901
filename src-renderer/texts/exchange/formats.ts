/** The kinds of files texts travel in. */
export const EXCHANGE_FORMATS = ['xlsx', 'csv', 'xliff'] as const
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number]

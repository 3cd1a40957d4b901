import { InvalidArgumentError } from 'commander'

/** The address of an engine, as it was written. */
export function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text
  throw new InvalidArgumentError('Expected an address such as https://engine.example.')
}

/** Seconds, as milliseconds. */
export function readTimeout(text: string): number {
  const seconds = Number(text)
  if (seconds > 0 && seconds <= 3600) return seconds * 1000
  throw new InvalidArgumentError('Expected seconds, up to 3600.')
}

import type { Place } from '../message/message.ts'

/** A link that opens a map at a place on any device. */
export function mapLink({ latitude, longitude }: Place): string {
  return `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`
}

import { type Attempted, judgeAnswer, WEBHOOK_TIMEOUT_MS, type WebhookAnswer } from './attempts.ts'

/** How the played endpoint of the bot behaves. */
export const ENDPOINT_MOODS = [
  'answers',
  'slow',
  'silent',
  'error',
  'gone',
  'wrongToken',
  'unreachable',
] as const
export type EndpointMood = (typeof ENDPOINT_MOODS)[number]

const TOKEN = 'token'

/** How an attempt goes with an endpoint in a mood; one of another platform has to send the token back. */
export function judgePlayed(mood: EndpointMood, platform: 'own' | 'other'): Attempted {
  return judgeAnswer(answerOf(mood), platform === 'other' ? TOKEN : null)
}

function answerOf(mood: EndpointMood): WebhookAnswer {
  const good = { outcome: 'answered', status: 200, body: '', token: TOKEN } as const
  switch (mood) {
    case 'answers':
    case 'slow':
      return good
    case 'silent':
      return { outcome: 'timeout' }
    case 'error':
      return { ...good, status: 500 }
    case 'gone':
      return { ...good, status: 410 }
    case 'wrongToken':
      return { ...good, token: 'another' }
    case 'unreachable':
      return { outcome: 'unreachable', message: 'The connection was refused.' }
  }
}

/** How long an endpoint in a mood takes to answer, for the picture of it. Milliseconds. */
export function durationOf(mood: EndpointMood): number {
  if (mood === 'silent') return WEBHOOK_TIMEOUT_MS
  return mood === 'slow' ? WEBHOOK_TIMEOUT_MS - 100 : 40
}

import {
  type IntegrationView,
  integrationSchema,
} from '../../../../src-shared/publish/integration-protocol.ts'

/** An integration as an engine shows it. */
export function integration(changed: Partial<IntegrationView> = {}): IntegrationView {
  return integrationSchema.parse({
    ...{ id: 'int_1', name: 'CRM bot', platform: 'other', bot: null, url: 'https://bot.example' },
    ...{ secrets: ['verificationToken'], state: 'active', failures: 0, failureUnit: 'attempt' },
    ...{ verifiedAt: 1, lastDoneAt: null, lastError: null, lastErrorAt: null, createdAt: 1, changedAt: 1 },
    ...{ events: { waiting: 0, held: 0, done: 0, dead: 0 }, services: [] },
    ...changed,
  })
}

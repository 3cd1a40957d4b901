import type { ServiceId } from '../../../src-shared/starters/service.ts'

/** The catalogue of requirements.md NHN-10 in three parts, so that a company finds its services at a glance. */
export const SERVICE_GROUPS: readonly Readonly<{ name: string; services: readonly ServiceId[] }>[] = [
  {
    name: 'help',
    services: [
      'information-helpdesk',
      'query-handling',
      'appointment-booking',
      'service-tickets',
      'live-chat',
      'notifications',
      'feedback',
    ],
  },
  { name: 'sales', services: ['new-sales', 'add-on-selling', 'lead-generation', 'advisory'] },
  {
    name: 'accounts',
    services: [
      'bill-payments',
      'account-management',
      'financial-transactions',
      'digital-kyc',
      'claims',
      'insurance-quotations',
      'students-and-courses',
    ],
  },
]

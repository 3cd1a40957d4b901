import { COMPANY_SERVICES } from './company-services.ts'
import { CUSTOMER_SERVICES } from './customer-services.ts'
import { SERVICE_IDS, type Service } from './service.ts'

const BY_ID = new Map([...CUSTOMER_SERVICES, ...COMPANY_SERVICES].map(service => [service.id, service]))

/** The services a bot can offer (requirements.md NHN-10), in the order of its catalogue. */
export const SERVICES: readonly Service[] = SERVICE_IDS.flatMap(id => BY_ID.get(id) ?? [])

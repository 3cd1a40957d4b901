/** What a new bot can begin as: the kinds of requirements.md KAL-10 and the seven templates of NHN-150. */
export const STARTER_IDS = [
  'autoresponder',
  'infobot',
  'databot',
  'proactive',
  'commerce',
  'customer-service',
  'lead-generation',
  'kyc',
  'hr-services',
  'financial-services',
  'insurance',
] as const
export type StarterId = (typeof STARTER_IDS)[number]

/** For NHN-150: whom a template is for, and how long it takes to make a bot of it, in working days. */
export type StarterPlan = Readonly<{
  industries: readonly Industry[]
  turnaroundDays: Readonly<{ least: number; most: number }>
}>

export type Starter = Readonly<{
  id: StarterId
  /** `kind` is one of KAL-10, `template` one of NHN-150. */
  group: 'kind' | 'template'
  /** In assets/starters. */
  file: string
  /** Null for kinds. */
  plan: StarterPlan | null
}>

/** As NHN-150 has them; `all` stands for any industry. Their names are words of the interface. */
export const INDUSTRIES = [
  'all',
  'fmcg',
  'food',
  'fitness',
  'personalElectronics',
  'clothing',
  'grocery',
  'automobiles',
  'officeStationaries',
  'eCommerce',
  'isps',
  'financialServices',
  'd2c',
  'educationalInstitutions',
  'realEstate',
  'electronics',
  'events',
  'telecom',
  'loans',
  'payments',
  'digitalBanking',
  'neoBanking',
  'investments',
  'generalInsurance',
  'vehicleInsurance',
  'healthInsurance',
] as const
export type Industry = (typeof INDUSTRIES)[number]

/** All starters, in the order they are offered. Their names and descriptions are words of the interface. */
export const STARTERS: readonly Starter[] = [
  kind('autoresponder'),
  kind('infobot'),
  kind('databot'),
  kind('proactive'),
  template('commerce', 12, 17, [
    'fmcg',
    'food',
    'fitness',
    'personalElectronics',
    'clothing',
    'grocery',
    'automobiles',
    'officeStationaries',
  ]),
  template('customer-service', 10, 12, [
    'fmcg',
    'eCommerce',
    'isps',
    'financialServices',
    'd2c',
    'educationalInstitutions',
    'realEstate',
    'electronics',
  ]),
  template('lead-generation', 5, 7, [
    'isps',
    'financialServices',
    'educationalInstitutions',
    'realEstate',
    'events',
  ]),
  template('kyc', 5, 7, ['isps', 'financialServices', 'telecom', 'loans']),
  template('hr-services', 10, 15, ['all']),
  template('financial-services', 15, 30, [
    'payments',
    'digitalBanking',
    'loans',
    'neoBanking',
    'investments',
  ]),
  template('insurance', 15, 30, ['generalInsurance', 'vehicleInsurance', 'healthInsurance']),
]

function kind(id: StarterId): Starter {
  return { id, group: 'kind', file: `${id}.json`, plan: null }
}

function template(id: StarterId, least: number, most: number, industries: readonly Industry[]): Starter {
  return { id, group: 'template', file: `${id}.json`, plan: { industries, turnaroundDays: { least, most } } }
}

/** Words of the area `newBot`; keys begin with its name. */
export const newBot = {
  title: 'New bot',
  beginWith: 'What the bot begins as',
  group: {
    own: 'Your own',
    kinds: 'Kinds of bots',
    templates: 'Templates',
    samples: 'Samples to look at',
  },
  namePlaceholder: 'What customers will call it',
  languages: 'Languages',
  noLanguage: 'Choose at least one.',
  defaultLanguage: 'Default language',
  country: 'Country of phone numbers',
  noCountry: 'None',
  clearCountry: 'No country',
  create: 'Create',
  openSample: 'Open the sample',
  for: 'Made for',
  effort: 'To make it yours',
  days: 'About {{least}} to {{most}} working days',
  services: 'Services',
  ticked: '{{count}} of {{all}} chosen',
  tickNone: 'Choose none',
  searchServices: 'Search services',
  noService: 'No service is called “{{sought}}”.',
  serviceGroup: {
    help: 'Information and help',
    sales: 'Sales and advice',
    accounts: 'Accounts, money and courses',
  },
  beginning: {
    blank: { name: 'Blank', about: 'An entry and the usual keywords. You draw the rest.' },
    services: {
      name: 'From services',
      about:
        'Tick what you offer: you get a welcome, a main menu with an option for each service, and a short flow behind every option that runs at once.',
    },
    autoresponder: {
      name: 'Autoresponder',
      about:
        'Answers every message once: in office hours with when to expect a reply, outside them with when you are back.',
    },
    infobot: {
      name: 'Infobot',
      about:
        'The information desk of a museum: opening hours, tickets, the way there, and answers to questions in people’s own words.',
    },
    databot: {
      name: 'Databot',
      about:
        'Registers people for a workshop: name, e-mail, places and topics, checked as they are typed and confirmed before anything is sent.',
    },
    proactive: {
      name: 'Proactive',
      about:
        'Reminds of an appointment when your system asks it to, with an approved template, and takes the answer.',
    },
    commerce: {
      name: 'Commerce',
      about:
        'A shop in the chat: catalogue, cart, checkout with a payment link, order status, cancelling, and a person to talk to.',
    },
    'customer-service': {
      name: 'Customer service',
      about:
        'After the purchase: finds orders, checks the warranty, opens tickets, answers questions, asks for feedback, and calls a person when somebody is unhappy.',
    },
    'lead-generation': {
      name: 'Lead generation',
      about:
        'Takes leads from the website, an e-mail link or a missed call, scores them, passes them on, and follows up the next day.',
    },
    kyc: {
      name: 'KYC',
      about:
        'Identification without meeting: consent, details, pictures of the document and a selfie, a check by your service, and a notice of the result.',
    },
    'hr-services': {
      name: 'HR services',
      about:
        'Hiring and employees: open jobs, application with CV, interview slots, a knowledge check, answers for employees, and a short survey.',
    },
    'financial-services': {
      name: 'Financial services',
      about:
        'Banking in the chat: sign-in with a one-time code, balance, last transactions, bill payment, and disputes.',
    },
    insurance: {
      name: 'Insurance',
      about:
        'Quotes and policies, claims with photos and place, a salvage auction with bids, and an assistant for agents.',
    },
    casey: {
      name: 'Casey, a hospital',
      about: 'Books appointments, gives information and opening hours, and finds a person to talk to.',
    },
    orders: { name: 'Orders, a small shop', about: 'Choose a product, say how many, and order.' },
  },
  industry: {
    all: 'All industries',
    fmcg: 'Consumer goods',
    food: 'Food',
    fitness: 'Fitness',
    personalElectronics: 'Personal electronics',
    clothing: 'Clothing',
    grocery: 'Grocery',
    automobiles: 'Automobiles',
    officeStationaries: 'Office supplies',
    eCommerce: 'Online shops',
    isps: 'Internet providers',
    financialServices: 'Financial services',
    d2c: 'Brands that sell directly',
    educationalInstitutions: 'Schools and universities',
    realEstate: 'Real estate',
    electronics: 'Electronics',
    events: 'Events',
    telecom: 'Telecom',
    loans: 'Loans',
    payments: 'Payments',
    digitalBanking: 'Digital banking',
    neoBanking: 'Neobanks',
    investments: 'Investments',
    generalInsurance: 'General insurance',
    vehicleInsurance: 'Vehicle insurance',
    healthInsurance: 'Health insurance',
  },
}

import type { TranslatedArea } from '../translated.ts'

/** Words of the area `newBot` in Brazilian Portuguese; keys begin with its name. */
export const newBot: TranslatedArea<'newBot'> = {
  title: 'Novo bot',
  beginWith: 'Como o bot começa',
  group: {
    own: 'Do seu jeito',
    kinds: 'Tipos de bot',
    templates: 'Modelos iniciais',
    samples: 'Exemplos para explorar',
  },
  namePlaceholder: 'Como os clientes vão chamá-lo',
  languages: 'Idiomas',
  noLanguage: 'Escolha pelo menos um.',
  defaultLanguage: 'Idioma padrão',
  country: 'País dos números de telefone',
  noCountry: 'Nenhum',
  clearCountry: 'Sem país',
  create: 'Criar',
  openSample: 'Abrir o exemplo',
  for: 'Feito para',
  effort: 'Para adaptar ao seu negócio',
  days: 'Cerca de {{least}} a {{most}} dias úteis',
  services: 'Serviços',
  ticked: '{{count}} de {{all}} escolhidos',
  tickNone: 'Desmarcar todos',
  searchServices: 'Buscar serviços',
  noService: 'Nenhum serviço se chama “{{sought}}”.',
  serviceGroup: {
    help: 'Informação e ajuda',
    sales: 'Vendas e orientação',
    accounts: 'Contas, dinheiro e cursos',
  },
  beginning: {
    blank: { name: 'Em branco', about: 'Uma entrada e as palavras-chave de sempre. O resto você desenha.' },
    services: {
      name: 'A partir de serviços',
      about:
        'Marque o que você oferece: o bot já vem com boas-vindas, um menu principal com uma opção para cada serviço e, por trás de cada opção, um fluxo curto que funciona na hora.',
    },
    autoresponder: {
      name: 'Resposta automática',
      about:
        'Responde a cada mensagem uma vez: no horário de atendimento, com o prazo da resposta; fora dele, com a hora em que você volta.',
    },
    infobot: {
      name: 'Bot informativo',
      about:
        'O balcão de informações de um museu: horários, ingressos, como chegar e respostas a perguntas nas palavras de cada pessoa.',
    },
    databot: {
      name: 'Bot de cadastro',
      about:
        'Inscreve pessoas em uma oficina: nome, e-mail, vagas e temas, conferidos na digitação e confirmados antes de qualquer envio.',
    },
    proactive: {
      name: 'Proativo',
      about:
        'Lembra de um compromisso quando seu sistema pede, com um modelo de mensagem aprovado, e recebe a resposta.',
    },
    commerce: {
      name: 'Comércio',
      about:
        'Uma loja no chat: catálogo, carrinho, pagamento por link, status do pedido, cancelamento e uma pessoa com quem falar.',
    },
    'customer-service': {
      name: 'Atendimento ao cliente',
      about:
        'Depois da compra: encontra pedidos, confere a garantia, abre chamados, responde a perguntas, pede opinião e chama uma pessoa quando alguém está insatisfeito.',
    },
    'lead-generation': {
      name: 'Geração de leads',
      about:
        'Recebe leads do site, de um link de e-mail ou de uma chamada perdida, dá uma pontuação, encaminha e retoma o contato no dia seguinte.',
    },
    kyc: {
      name: 'KYC',
      about:
        'Identificação à distância: consentimento, dados, fotos do documento e uma selfie, verificação pelo seu serviço e aviso do resultado.',
    },
    'hr-services': {
      name: 'Serviços de RH',
      about:
        'Contratação e funcionários: vagas abertas, candidatura com currículo, horários de entrevista, teste de conhecimentos, respostas a funcionários e uma pesquisa curta.',
    },
    'financial-services': {
      name: 'Serviços financeiros',
      about:
        'Banco no chat: acesso com código de uso único, saldo, últimas transações, pagamento de contas e contestações.',
    },
    insurance: {
      name: 'Seguros',
      about:
        'Cotações e apólices, sinistros com fotos e local, leilão de salvados com lances e um assistente para corretores.',
    },
    casey: {
      name: 'Casey, um hospital',
      about: 'Agenda consultas, dá informações e horários e encontra uma pessoa com quem falar.',
    },
    orders: { name: 'Pedidos, uma lojinha', about: 'Escolher um produto, dizer quantos e pedir.' },
  },
  industry: {
    all: 'Todos os setores',
    fmcg: 'Bens de consumo',
    food: 'Alimentação',
    fitness: 'Fitness',
    personalElectronics: 'Eletrônicos pessoais',
    clothing: 'Moda e vestuário',
    grocery: 'Supermercados',
    automobiles: 'Automóveis',
    officeStationaries: 'Material de escritório',
    eCommerce: 'Lojas virtuais',
    isps: 'Provedores de internet',
    financialServices: 'Serviços financeiros',
    d2c: 'Marcas com venda direta',
    educationalInstitutions: 'Escolas e universidades',
    realEstate: 'Imóveis',
    electronics: 'Eletrônicos',
    events: 'Eventos',
    telecom: 'Telecomunicações',
    loans: 'Empréstimos',
    payments: 'Pagamentos',
    digitalBanking: 'Bancos digitais',
    neoBanking: 'Neobancos',
    investments: 'Investimentos',
    generalInsurance: 'Seguros em geral',
    vehicleInsurance: 'Seguro de veículos',
    healthInsurance: 'Seguro saúde',
  },
}

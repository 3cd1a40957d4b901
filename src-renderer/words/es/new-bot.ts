import type { TranslatedArea } from '../translated.ts'

/** Words of the area `newBot` in Spanish. */
export const newBot: TranslatedArea<'newBot'> = {
  title: 'Nuevo bot',
  beginWith: 'Con qué empieza el bot',
  group: {
    own: 'A su medida',
    kinds: 'Tipos de bots',
    templates: 'Modelos iniciales',
    samples: 'Ejemplos para mirar',
  },
  namePlaceholder: 'Cómo lo llamarán los clientes',
  languages: 'Idiomas',
  noLanguage: 'Elija al menos uno.',
  defaultLanguage: 'Idioma predeterminado',
  country: 'País de los números de teléfono',
  noCountry: 'Ninguno',
  clearCountry: 'Sin país',
  create: 'Crear',
  openSample: 'Abrir el ejemplo',
  for: 'Pensado para',
  effort: 'Para hacerlo suyo',
  days: 'Entre {{least}} y {{most}} días hábiles',
  services: 'Servicios',
  ticked: '{{count}} de {{all}} elegidos',
  tickNone: 'No elegir ninguno',
  searchServices: 'Buscar servicios',
  noService: 'Ningún servicio se llama “{{sought}}”.',
  serviceGroup: {
    help: 'Información y ayuda',
    sales: 'Ventas y asesoría',
    accounts: 'Cuentas, dinero y cursos',
  },
  beginning: {
    blank: {
      name: 'En blanco',
      about: 'Una entrada y las palabras clave habituales. Usted dibuja el resto.',
    },
    services: {
      name: 'Desde servicios',
      about:
        'Marque lo que ofrece: recibirá una bienvenida, un menú principal con una opción por servicio y, detrás de cada opción, un flujo breve que funciona de inmediato.',
    },
    autoresponder: {
      name: 'Respuesta automática',
      about:
        'Responde una vez a cada mensaje: en horario de atención, dice cuándo esperar una respuesta; fuera de él, cuándo se vuelve a atender.',
    },
    infobot: {
      name: 'Infobot',
      about:
        'El mostrador de información de un museo: horario, entradas, cómo llegar y respuestas a preguntas hechas con las propias palabras.',
    },
    databot: {
      name: 'Databot',
      about:
        'Inscribe a personas en un taller: nombre, correo, cupos y temas, comprobados al escribirlos y confirmados antes de enviar nada.',
    },
    proactive: {
      name: 'Proactivo',
      about:
        'Recuerda una cita cuando su sistema lo pide, con una plantilla aprobada, y recibe la respuesta.',
    },
    commerce: {
      name: 'Comercio',
      about:
        'Una tienda en el chat: catálogo, carrito, compra con enlace de pago, estado del pedido, cancelación y una persona con quien hablar.',
    },
    'customer-service': {
      name: 'Atención al cliente',
      about:
        'Después de la compra: busca pedidos, verifica la garantía, abre casos, responde preguntas, pide opiniones y llama a una persona cuando alguien está descontento.',
    },
    'lead-generation': {
      name: 'Captación de prospectos',
      about:
        'Recibe prospectos del sitio web, de un enlace de correo o de una llamada perdida, los puntúa, los deriva y hace seguimiento al día siguiente.',
    },
    kyc: {
      name: 'KYC',
      about:
        'Identificación a distancia: consentimiento, datos, imágenes del documento y una selfi, una verificación de su servicio y el aviso del resultado.',
    },
    'hr-services': {
      name: 'Recursos humanos',
      about:
        'Contratación y empleados: vacantes, postulación con currículum, horarios de entrevista, una prueba de conocimientos, respuestas para empleados y una encuesta breve.',
    },
    'financial-services': {
      name: 'Servicios financieros',
      about:
        'El banco en el chat: ingreso con código de un solo uso, saldo, últimos movimientos, pago de facturas y reclamos.',
    },
    insurance: {
      name: 'Seguros',
      about:
        'Cotizaciones y pólizas, siniestros con fotos y lugar, una subasta de salvamento con ofertas y un asistente para agentes.',
    },
    casey: {
      name: 'Casey, un hospital',
      about: 'Reserva citas, da información y horarios, y encuentra a una persona con quien hablar.',
    },
    orders: {
      name: 'Pedidos, una tienda',
      about: 'Elegir un producto, decir cuántos y hacer el pedido.',
    },
  },
  industry: {
    all: 'Todos los sectores',
    fmcg: 'Consumo masivo',
    food: 'Alimentos',
    fitness: 'Fitness',
    personalElectronics: 'Electrónica personal',
    clothing: 'Ropa',
    grocery: 'Supermercados',
    automobiles: 'Automóviles',
    officeStationaries: 'Artículos de oficina',
    eCommerce: 'Tiendas en línea',
    isps: 'Proveedores de internet',
    financialServices: 'Servicios financieros',
    d2c: 'Marcas de venta directa',
    educationalInstitutions: 'Escuelas y universidades',
    realEstate: 'Bienes raíces',
    electronics: 'Electrónica',
    events: 'Eventos',
    telecom: 'Telecomunicaciones',
    loans: 'Préstamos',
    payments: 'Pagos',
    digitalBanking: 'Banca digital',
    neoBanking: 'Neobancos',
    investments: 'Inversiones',
    generalInsurance: 'Seguros generales',
    vehicleInsurance: 'Seguros de vehículos',
    healthInsurance: 'Seguros de salud',
  },
}

import type { Service } from './service.ts'
import { words } from './words.ts'

/** The services that answer, talk and sell. */
export const CUSTOMER_SERVICES: readonly Service[] = [
  {
    id: 'information-helpdesk',
    name: words('Information Helpdesk', 'Central de informações', 'Centro de información'),
    label: words('Information', 'Informações', 'Información'),
    stub: {
      makes: 'information',
      text: words(
        'We are open Monday to Friday from 9:00 to 18:00. You can write to us here at any time, and we answer on working days.',
        'Atendemos de segunda a sexta, das 9h às 18h. Você pode escrever aqui a qualquer hora: respondemos em dias úteis.',
        'Atendemos de lunes a viernes, de 9:00 a 18:00. Puede escribirnos aquí a cualquier hora: respondemos en días hábiles.',
      ),
    },
  },
  {
    id: 'query-handling',
    name: words('Automated Query Handling', 'Respostas automáticas', 'Respuestas automáticas'),
    label: words('Ask a question', 'Fazer uma pergunta', 'Hacer una pregunta'),
    stub: {
      makes: 'answers',
      prompt: words(
        'What would you like to know? Just write your question.',
        'O que você quer saber? É só escrever sua pergunta.',
        '¿Qué le gustaría saber? Escriba su pregunta.',
      ),
      questions: [
        {
          asked: words(
            ['What are your opening hours?', 'When are you open?'],
            ['Qual é o horário de atendimento?', 'Quando vocês abrem?'],
            ['¿Cuál es el horario de atención?', '¿Cuándo abren?'],
          ),
          answer: words(
            'We are open Monday to Friday from 9:00 to 18:00.',
            'Atendemos de segunda a sexta, das 9h às 18h.',
            'Atendemos de lunes a viernes, de 9:00 a 18:00.',
          ),
        },
        {
          asked: words(
            ['How can I pay?', 'Which payment methods do you accept?'],
            ['Como posso pagar?', 'Quais são as formas de pagamento?'],
            ['¿Cómo puedo pagar?', '¿Qué formas de pago aceptan?'],
          ),
          answer: words(
            'You can pay by card or by bank transfer.',
            'Você pode pagar com cartão ou transferência.',
            'Puede pagar con tarjeta o por transferencia.',
          ),
        },
      ],
    },
  },
  {
    id: 'appointment-booking',
    name: words('Appointment Booking', 'Agendamento', 'Reserva de citas'),
    label: words('Book an appointment', 'Agendar um horário', 'Reservar una cita'),
    stub: {
      makes: 'form',
      event: 'appointment.requested',
      questions: [
        {
          variable: 'APPOINTMENT_NAME',
          about: 'Whom the appointment is for.',
          answer: 'text',
          prompt: words('What is your name?', 'Qual é o seu nome?', '¿Cuál es su nombre?'),
        },
        {
          variable: 'APPOINTMENT_DAY',
          about: 'The day that was asked for.',
          answer: 'date',
          prompt: words('Which day suits you?', 'Qual dia é melhor para você?', '¿Qué día le conviene?'),
        },
        {
          variable: 'APPOINTMENT_TIME',
          about: 'The time of the day that was asked for.',
          answer: 'time',
          prompt: words('And at what time?', 'E a que horas?', '¿Y a qué hora?'),
        },
      ],
      done: words(
        'Thank you, {{APPOINTMENT_NAME}}. We have noted {{APPOINTMENT_DAY}} at {{APPOINTMENT_TIME}} and will confirm it soon.',
        'Obrigado, {{APPOINTMENT_NAME}}. Anotamos {{APPOINTMENT_DAY}} às {{APPOINTMENT_TIME}} e confirmaremos em breve.',
        'Gracias, {{APPOINTMENT_NAME}}. Anotamos {{APPOINTMENT_DAY}} a las {{APPOINTMENT_TIME}} y lo confirmaremos pronto.',
      ),
    },
  },
  {
    id: 'service-tickets',
    name: words('Service Ticket Management', 'Gestão de chamados', 'Gestión de solicitudes'),
    label: words('Report a problem', 'Relatar um problema', 'Informar un problema'),
    stub: {
      makes: 'form',
      event: 'ticket.opened',
      questions: [
        {
          variable: 'TICKET_SUBJECT',
          about: 'The problem in a few words.',
          answer: 'text',
          prompt: words(
            'What is the problem, in a few words?',
            'Qual é o problema, em poucas palavras?',
            '¿Cuál es el problema, en pocas palabras?',
          ),
        },
        {
          variable: 'TICKET_EMAIL',
          about: 'Where the answer goes.',
          answer: 'email',
          prompt: words(
            'Which e-mail address may we answer to?',
            'Para qual e-mail podemos responder?',
            '¿A qué correo podemos responder?',
          ),
        },
      ],
      done: words(
        'Thank you. We have noted “{{TICKET_SUBJECT}}” and will write to {{TICKET_EMAIL}}.',
        'Obrigado. Registramos “{{TICKET_SUBJECT}}” e escreveremos para {{TICKET_EMAIL}}.',
        'Gracias. Registramos “{{TICKET_SUBJECT}}” y escribiremos a {{TICKET_EMAIL}}.',
      ),
    },
  },
  {
    id: 'live-chat',
    name: words('Live Human Chat', 'Atendimento humano', 'Atención humana'),
    label: words('Talk to a person', 'Falar com uma pessoa', 'Hablar con alguien'),
    stub: { makes: 'person' },
  },
  {
    id: 'new-sales',
    name: words(
      'Commerce – New Sales & Order Management',
      'Comércio – vendas e pedidos',
      'Comercio: ventas y pedidos',
    ),
    label: words('Place an order', 'Fazer um pedido', 'Hacer un pedido'),
    stub: {
      makes: 'form',
      event: 'order.requested',
      questions: [
        {
          variable: 'ORDER_PRODUCT',
          about: 'What is ordered.',
          answer: 'text',
          prompt: words(
            'Which product would you like?',
            'Qual produto você quer?',
            '¿Qué producto le gustaría?',
          ),
        },
        {
          variable: 'ORDER_QUANTITY',
          about: 'How many of it.',
          answer: 'number',
          prompt: words('How many?', 'Quantas unidades?', '¿Cuántas unidades?'),
        },
        {
          variable: 'ORDER_ADDRESS',
          about: 'Where it is delivered.',
          answer: 'text',
          prompt: words(
            'Where shall we deliver it?',
            'Qual é o endereço de entrega?',
            '¿Cuál es la dirección de entrega?',
          ),
        },
      ],
      done: words(
        'Thank you! {{ORDER_QUANTITY}} × {{ORDER_PRODUCT}} to {{ORDER_ADDRESS}}. We will send you the total before anything is charged.',
        'Obrigado! {{ORDER_QUANTITY}} × {{ORDER_PRODUCT}} para {{ORDER_ADDRESS}}. Enviaremos o total antes de qualquer cobrança.',
        '¡Gracias! {{ORDER_QUANTITY}} × {{ORDER_PRODUCT}} a {{ORDER_ADDRESS}}. Le enviaremos el total antes de cualquier cobro.',
      ),
    },
  },
  {
    id: 'add-on-selling',
    name: words(
      'Commerce – Add-On Selling',
      'Comércio – venda de adicionais',
      'Comercio: venta de adicionales',
    ),
    label: words('Extras and upgrades', 'Extras e upgrades', 'Extras y mejoras'),
    stub: {
      makes: 'form',
      event: 'add-on.requested',
      questions: [
        {
          variable: 'ADDON_PRODUCT',
          about: 'What the customer has already.',
          answer: 'text',
          prompt: words(
            'Which of our products do you have?',
            'Qual dos nossos produtos você tem?',
            '¿Cuál de nuestros productos tiene?',
          ),
        },
        {
          variable: 'ADDON_WISH',
          about: 'What should come with it.',
          answer: 'text',
          prompt: words(
            'What would you like to add to it?',
            'O que você gostaria de acrescentar?',
            '¿Qué le gustaría agregar?',
          ),
        },
      ],
      done: words(
        'Noted: {{ADDON_WISH}} for your {{ADDON_PRODUCT}}. We will send you an offer.',
        'Anotado: {{ADDON_WISH}} para {{ADDON_PRODUCT}}. Enviaremos uma oferta.',
        'Anotado: {{ADDON_WISH}} para {{ADDON_PRODUCT}}. Le enviaremos una oferta.',
      ),
    },
  },
  {
    id: 'notifications',
    name: words('Notification and Alert Services', 'Notificações e alertas', 'Notificaciones y alertas'),
    label: words('Get notifications', 'Receber avisos', 'Recibir avisos'),
    stub: {
      makes: 'form',
      event: 'notifications.wanted',
      questions: [
        {
          variable: 'NOTICE_TOPIC',
          about: 'What the customer wants to be told.',
          answer: 'text',
          prompt: words(
            'What shall we keep you informed about?',
            'Sobre o que você quer ser avisado?',
            '¿Sobre qué quiere recibir avisos?',
          ),
        },
        {
          variable: 'NOTICE_PHONE',
          about: 'Where notices go.',
          answer: 'phone',
          prompt: words(
            'Which mobile number may we send it to?',
            'Para qual celular podemos enviar?',
            '¿A qué celular podemos enviarlos?',
          ),
        },
      ],
      done: words(
        'Done: news about {{NOTICE_TOPIC}} will go to {{NOTICE_PHONE}}. Send STOP whenever you have had enough.',
        'Pronto: avisos sobre {{NOTICE_TOPIC}} irão para {{NOTICE_PHONE}}. Envie SAIR quando não quiser mais.',
        'Listo: los avisos sobre {{NOTICE_TOPIC}} irán a {{NOTICE_PHONE}}. Envíe BAJA cuando no quiera más.',
      ),
    },
  },
  {
    id: 'advisory',
    name: words('AI Based Advisory', 'Consultoria com IA', 'Asesoría con IA'),
    label: words('Get advice', 'Receber orientação', 'Recibir asesoría'),
    stub: {
      makes: 'answers',
      prompt: words(
        'Tell me what you would like advice on, in your own words.',
        'Conte, com suas palavras, sobre o que você quer orientação.',
        'Cuénteme con sus palabras sobre qué quiere asesoría.',
      ),
      questions: [
        {
          asked: words(
            ['Which product is right for me?', 'What do you recommend?'],
            ['Qual produto é o melhor para mim?', 'O que vocês recomendam?'],
            ['¿Qué producto es mejor para mí?', '¿Qué me recomiendan?'],
          ),
          answer: words(
            'If you are new to us, begin with our basic product: you can change to a larger one at any time, and what you paid counts.',
            'Se você está começando, escolha nosso produto básico: dá para mudar para um maior a qualquer momento, e o valor pago é descontado.',
            'Si recién empieza, elija nuestro producto básico: puede cambiar a uno mayor en cualquier momento, y lo pagado se descuenta.',
          ),
        },
        {
          asked: words(
            ['Is it worth upgrading?', 'Should I change my plan?'],
            ['Vale a pena trocar de plano?', 'Devo mudar meu plano?'],
            ['¿Vale la pena cambiar de plan?', '¿Debo cambiar mi plan?'],
          ),
          answer: words(
            'It pays off when you reach the limit of your plan in two months of three.',
            'Vale a pena quando você chega ao limite do plano em dois de cada três meses.',
            'Vale la pena cuando llega al límite de su plan en dos de cada tres meses.',
          ),
        },
      ],
    },
  },
  {
    id: 'lead-generation',
    name: words('Lead Generation', 'Geração de leads', 'Generación de clientes potenciales'),
    label: words('Request an offer', 'Pedir uma proposta', 'Pedir una oferta'),
    stub: {
      makes: 'form',
      event: 'lead.captured',
      questions: [
        {
          variable: 'LEAD_NAME',
          about: 'Who asks for an offer.',
          answer: 'text',
          prompt: words('What is your name?', 'Qual é o seu nome?', '¿Cuál es su nombre?'),
        },
        {
          variable: 'LEAD_EMAIL',
          about: 'Where the offer goes.',
          answer: 'email',
          prompt: words(
            'Which e-mail address may we send the offer to?',
            'Para qual e-mail enviamos a proposta?',
            '¿A qué correo enviamos la oferta?',
          ),
        },
        {
          variable: 'LEAD_NEED',
          about: 'What the offer is to be about.',
          answer: 'text',
          prompt: words('What are you looking for?', 'O que você procura?', '¿Qué está buscando?'),
        },
      ],
      done: words(
        'Thank you, {{LEAD_NAME}}! Your offer comes to {{LEAD_EMAIL}} within one working day.',
        'Obrigado, {{LEAD_NAME}}! Sua proposta chega em {{LEAD_EMAIL}} em até um dia útil.',
        '¡Gracias, {{LEAD_NAME}}! Su oferta llegará a {{LEAD_EMAIL}} en un día hábil.',
      ),
    },
  },
  {
    id: 'feedback',
    name: words('Feedback and Customer Insights', 'Opinião dos clientes', 'Opinión de los clientes'),
    label: words('Give feedback', 'Dar minha opinião', 'Dar mi opinión'),
    stub: {
      makes: 'feedback',
      event: 'feedback.given',
      rating: {
        variable: 'FEEDBACK_RATING',
        about: 'From 1, bad, to 5, very good.',
        prompt: words(
          'How satisfied are you with us?',
          'Qual é a sua satisfação conosco?',
          '¿Qué tan satisfecho está con nosotros?',
        ),
      },
      remark: {
        variable: 'FEEDBACK_REMARK',
        about: 'What the customer said about it.',
        prompt: words(
          'What is the one thing we should do better?',
          'O que deveríamos melhorar primeiro?',
          '¿Qué deberíamos mejorar primero?',
        ),
      },
      done: words(
        'Thank you for your honest words. They are read by our team.',
        'Obrigado pela sinceridade. Nossa equipe lê cada opinião.',
        'Gracias por su sinceridad. Nuestro equipo lee cada opinión.',
      ),
    },
  },
]

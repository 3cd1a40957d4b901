import type { Service } from './service.ts'
import { words } from './words.ts'

/** The services around accounts, money, identity, insurance and courses. */
export const COMPANY_SERVICES: readonly Service[] = [
  {
    id: 'bill-payments',
    name: words('Bill Payments', 'Pagamento de contas', 'Pago de facturas'),
    label: words('Pay a bill', 'Pagar uma conta', 'Pagar una factura'),
    stub: {
      makes: 'form',
      event: 'payment.requested',
      questions: [
        {
          variable: 'BILL_NUMBER',
          about: 'The number on the bill.',
          answer: 'text',
          prompt: words(
            'What is the number on your bill?',
            'Qual é o número da sua conta?',
            '¿Cuál es el número de su factura?',
          ),
        },
        {
          variable: 'BILL_AMOUNT',
          about: 'What is to be paid.',
          answer: 'currency',
          prompt: words(
            'Which amount would you like to pay?',
            'Qual valor você quer pagar?',
            '¿Qué importe quiere pagar?',
          ),
        },
      ],
      done: words(
        'Thank you. You will get a secure link to pay {{BILL_AMOUNT}} for bill {{BILL_NUMBER}}.',
        'Obrigado. Você receberá um link seguro para pagar {{BILL_AMOUNT}} da conta {{BILL_NUMBER}}.',
        'Gracias. Recibirá un enlace seguro para pagar {{BILL_AMOUNT}} de la factura {{BILL_NUMBER}}.',
      ),
    },
  },
  {
    id: 'account-management',
    name: words('Account Management', 'Gestão da conta', 'Gestión de la cuenta'),
    label: words('My account', 'Minha conta', 'Mi cuenta'),
    stub: {
      makes: 'form',
      event: 'account.change-requested',
      questions: [
        {
          variable: 'ACCOUNT_EMAIL',
          about: 'The address the account is known by.',
          answer: 'email',
          prompt: words(
            'Which e-mail address is your account under?',
            'Qual é o e-mail da sua conta?',
            '¿Con qué correo está su cuenta?',
          ),
        },
        {
          variable: 'ACCOUNT_CHANGE',
          about: 'What is to be changed.',
          answer: 'text',
          prompt: words(
            'What would you like to change?',
            'O que você gostaria de alterar?',
            '¿Qué le gustaría cambiar?',
          ),
        },
      ],
      done: words(
        'We have noted it. For your safety we will confirm the change by a message to {{ACCOUNT_EMAIL}}.',
        'Anotamos. Para sua segurança, confirmaremos a alteração por mensagem para {{ACCOUNT_EMAIL}}.',
        'Lo anotamos. Por su seguridad, confirmaremos el cambio con un mensaje a {{ACCOUNT_EMAIL}}.',
      ),
    },
  },
  {
    id: 'financial-transactions',
    name: words('Financial Transactions', 'Transações financeiras', 'Transacciones financieras'),
    label: words('Send money', 'Enviar dinheiro', 'Enviar dinero'),
    stub: {
      makes: 'form',
      event: 'transfer.requested',
      questions: [
        {
          variable: 'TRANSFER_RECEIVER',
          about: 'Who gets the money.',
          answer: 'text',
          prompt: words(
            'Who would you like to send money to?',
            'Para quem você quer enviar dinheiro?',
            '¿A quién quiere enviar dinero?',
          ),
        },
        {
          variable: 'TRANSFER_AMOUNT',
          about: 'How much is sent.',
          answer: 'currency',
          prompt: words('How much?', 'Qual é o valor?', '¿Cuánto?'),
        },
      ],
      done: words(
        'Please confirm the transfer of {{TRANSFER_AMOUNT}} to {{TRANSFER_RECEIVER}} in our app. Nothing is sent before you do.',
        'Confirme no nosso aplicativo a transferência de {{TRANSFER_AMOUNT}} para {{TRANSFER_RECEIVER}}. Nada é enviado antes disso.',
        'Confirme en nuestra aplicación la transferencia de {{TRANSFER_AMOUNT}} a {{TRANSFER_RECEIVER}}. Nada se envía antes.',
      ),
    },
  },
  {
    id: 'digital-kyc',
    name: words('Digital KYC', 'KYC digital', 'KYC digital'),
    label: words('Verify my identity', 'Verificar identidade', 'Verificar identidad'),
    stub: {
      makes: 'form',
      event: 'identity.submitted',
      questions: [
        {
          variable: 'KYC_NAME',
          about: 'As on the document.',
          answer: 'text',
          prompt: words(
            'What is your full name, as on your document?',
            'Qual é o seu nome completo, como no documento?',
            '¿Cuál es su nombre completo, como en el documento?',
          ),
        },
        {
          variable: 'KYC_BIRTH_DATE',
          about: 'The date of birth.',
          answer: 'date',
          prompt: words(
            'What is your date of birth?',
            'Qual é a sua data de nascimento?',
            '¿Cuál es su fecha de nacimiento?',
          ),
        },
        {
          variable: 'KYC_DOCUMENT',
          about: 'The number of the document.',
          answer: 'text',
          prompt: words(
            'What is the number of your document?',
            'Qual é o número do seu documento?',
            '¿Cuál es el número de su documento?',
          ),
        },
      ],
      done: words(
        'Thank you, {{KYC_NAME}}. We will check your details and tell you the result here.',
        'Obrigado, {{KYC_NAME}}. Vamos verificar seus dados e avisar o resultado por aqui.',
        'Gracias, {{KYC_NAME}}. Verificaremos sus datos y le avisaremos aquí el resultado.',
      ),
    },
  },
  {
    id: 'claims',
    name: words(
      'Claims Processing & Salvage Auction',
      'Sinistros e leilão de salvados',
      'Siniestros y subasta de salvamento',
    ),
    label: words('Make a claim', 'Abrir um sinistro', 'Abrir un siniestro'),
    stub: {
      makes: 'form',
      event: 'claim.opened',
      questions: [
        {
          variable: 'CLAIM_POLICY',
          about: 'The number of the policy.',
          answer: 'text',
          prompt: words(
            'What is the number of your policy?',
            'Qual é o número da sua apólice?',
            '¿Cuál es el número de su póliza?',
          ),
        },
        {
          variable: 'CLAIM_DAY',
          about: 'When it happened.',
          answer: 'date',
          prompt: words('On which day did it happen?', 'Em que dia aconteceu?', '¿Qué día ocurrió?'),
        },
        {
          variable: 'CLAIM_STORY',
          about: 'What happened.',
          answer: 'text',
          prompt: words('What happened?', 'O que aconteceu?', '¿Qué ocurrió?'),
        },
      ],
      done: words(
        'We are sorry to hear that. Your claim on policy {{CLAIM_POLICY}} is noted; an adjuster writes to you within one working day.',
        'Sentimos muito. Seu sinistro da apólice {{CLAIM_POLICY}} foi registrado; um perito escreve em até um dia útil.',
        'Lo sentimos mucho. Su siniestro de la póliza {{CLAIM_POLICY}} está registrado; un perito le escribirá en un día hábil.',
      ),
    },
  },
  {
    id: 'insurance-quotations',
    name: words(
      'Agent Based Insurance Quotations',
      'Cotação de seguros com corretor',
      'Cotización de seguros con agente',
    ),
    label: words('Insurance quote', 'Cotação de seguro', 'Cotizar un seguro'),
    stub: {
      makes: 'form',
      event: 'quote.requested',
      questions: [
        {
          variable: 'QUOTE_SUBJECT',
          about: 'What is to be insured.',
          answer: 'text',
          prompt: words(
            'What would you like to insure?',
            'O que você quer segurar?',
            '¿Qué quiere asegurar?',
          ),
        },
        {
          variable: 'QUOTE_VALUE',
          about: 'What it is worth.',
          answer: 'currency',
          prompt: words(
            'What is it worth, roughly?',
            'Quanto vale, aproximadamente?',
            '¿Cuánto vale, más o menos?',
          ),
        },
        {
          variable: 'QUOTE_PHONE',
          about: 'Where the agent calls.',
          answer: 'phone',
          prompt: words(
            'Which number may our agent call?',
            'Para qual número nosso corretor pode ligar?',
            '¿A qué número puede llamar nuestro agente?',
          ),
        },
      ],
      done: words(
        'Thank you. An agent works out your quote for {{QUOTE_SUBJECT}} and calls {{QUOTE_PHONE}}.',
        'Obrigado. Um corretor prepara sua cotação para {{QUOTE_SUBJECT}} e liga para {{QUOTE_PHONE}}.',
        'Gracias. Un agente prepara su cotización para {{QUOTE_SUBJECT}} y llama al {{QUOTE_PHONE}}.',
      ),
    },
  },
  {
    id: 'students-and-courses',
    name: words('Student and Course Management', 'Gestão de alunos e cursos', 'Gestión de alumnos y cursos'),
    label: words('Courses', 'Cursos', 'Cursos'),
    stub: {
      makes: 'form',
      event: 'enrolment.requested',
      questions: [
        {
          variable: 'STUDENT_NAME',
          about: 'Who takes the course.',
          answer: 'text',
          prompt: words(
            'What is the name of the student?',
            'Qual é o nome do aluno?',
            '¿Cuál es el nombre del alumno?',
          ),
        },
        {
          variable: 'STUDENT_COURSE',
          about: 'The course.',
          answer: 'text',
          prompt: words('Which course is it about?', 'De qual curso se trata?', '¿De qué curso se trata?'),
        },
        {
          variable: 'STUDENT_EMAIL',
          about: 'Where the details go.',
          answer: 'email',
          prompt: words(
            'Which e-mail address may we send the details to?',
            'Para qual e-mail enviamos os detalhes?',
            '¿A qué correo enviamos los detalles?',
          ),
        },
      ],
      done: words(
        'Thank you. The details of {{STUDENT_COURSE}} for {{STUDENT_NAME}} go to {{STUDENT_EMAIL}}.',
        'Obrigado. Os detalhes de {{STUDENT_COURSE}} para {{STUDENT_NAME}} vão para {{STUDENT_EMAIL}}.',
        'Gracias. Los detalles de {{STUDENT_COURSE}} para {{STUDENT_NAME}} van a {{STUDENT_EMAIL}}.',
      ),
    },
  },
]

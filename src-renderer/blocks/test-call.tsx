import { Button, Loader } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_MOCK_LENGTH } from '../../src-shared/blocks/api-call.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { ApiAnswer, TestRequest } from '../../src-shared/ipc/contract.ts'
import { ExampleFields } from '../inspector/examples/example-fields.tsx'
import field from '../inspector/fields/field.module.css'
import { FieldMessage } from '../inspector/fields/field-message.tsx'
import form from '../inspector/fields/form.module.css'
import { client } from '../ipc/client.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { showNumber } from '../words/show-number.ts'
import { AnswerRows } from './answer-rows.tsx'
import css from './api-call.module.css'
import { namesInCall, useTester } from './call-tester.ts'
import { Fold } from './fold.tsx'
import type { FormProps } from './kind-view.ts'
import { takeMapping } from './take-mapping.ts'

type Props = FormProps<DataOf<'apiCall'>>

/** Longer answers are shown up to here where they are no JSON. Characters. */
const SHOWN_TEXT = 20_000

/** The call made for real, from this computer: what is sent, what comes back, and what of it is kept. */
export function TestCall(props: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const { tested, send, cancel } = useTester(props.block)
  if (!document) return null
  const isRunning = tested.state === 'running'
  return (
    <div className={form.section}>
      <p className={form.note}>{t('blocks.apiCall.testHint')}</p>
      <div>
        {isRunning ? (
          <Button size="compact-sm" variant="default" leftSection={<Loader size={12} />} onClick={cancel}>
            {t('blocks.apiCall.cancelTest')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPlay size={14} />}
            onClick={() => void send()}
          >
            {t('blocks.apiCall.test')}
          </Button>
        )}
      </div>
      <ExampleFields document={document} names={namesInCall(document, props.block)} />
      <div role="status" className={form.section}>
        {isRunning && <p className={form.note}>{t('blocks.apiCall.testing')}</p>}
        {tested.state === 'failed' && tested.code !== 'api/secret-needed' && (
          <FieldMessage severity="error" message={tested.message} />
        )}
        {tested.state === 'answered' && <Outcome answer={tested.answer} />}
      </div>
      {tested.state === 'failed' && tested.code === 'api/secret-needed' && tested.request?.auth && (
        <SecretForm name={tested.request.auth.secret} onKept={() => void send()} />
      )}
      {tested.state === 'answered' && <Answer {...props} answer={tested.answer} />}
      {(tested.state === 'answered' || tested.state === 'failed') && tested.request && (
        <Sent request={tested.request} />
      )}
    </div>
  )
}

function Outcome({ answer: { status, statusText, ms, bytes } }: { answer: ApiAnswer }) {
  const { t } = useTranslation()
  return (
    <p className={css.outcome} data-good={status >= 200 && status < 300}>
      <strong>{`${status} ${statusText}`.trim()}</strong>
      <span>{t('blocks.apiCall.took', { ms: showNumber(ms), bytes: showNumber(bytes) })}</span>
    </p>
  )
}

function Answer({ data, change, answer }: Props & { answer: ApiAnswer }) {
  const { t } = useTranslation()
  const document = useDocument()
  const { status, headers, body } = answer
  const isJson = isReadable(body)
  const keepExample = () => change(present => ({ ...present, mock: { status, body } }))
  return (
    <>
      {body === '' && <p className={form.note}>{t('blocks.apiCall.emptyAnswer')}</p>}
      {body !== '' && isJson && (
        <>
          <p className={form.note}>{t('blocks.apiCall.clickToKeep')}</p>
          <AnswerRows
            example={body}
            taken={new Set(data.mapping.map(({ path }) => path))}
            onTake={path => document && takeMapping({ document, body, path, mapping: data.mapping, change })}
          />
        </>
      )}
      {body !== '' && !isJson && (
        <>
          <p className={form.note}>{t('blocks.apiCall.answerNotJson')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to */}
          <pre className={css.raw} tabIndex={0}>
            {body.slice(0, SHOWN_TEXT)}
          </pre>
        </>
      )}
      {body.length <= MAX_MOCK_LENGTH ? (
        <Button className={form.start} size="compact-xs" variant="default" onClick={keepExample}>
          {t('blocks.apiCall.useAsMock')}
        </Button>
      ) : (
        <p className={form.note}>{t('blocks.apiCall.mockTooLong', { count: MAX_MOCK_LENGTH })}</p>
      )}
      <Fold label={t('blocks.apiCall.answerHeaders')} startsOpen={false}>
        <Pairs pairs={headers} />
      </Fold>
    </>
  )
}

function isReadable(body: string): boolean {
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}

function Sent({ request: { method, url, headers, body, auth } }: { request: TestRequest }) {
  const { t } = useTranslation()
  const proof = auth ? [[t('blocks.apiCall.auth'), `${auth.name} ••••••`] as const] : []
  return (
    <Fold label={t('blocks.apiCall.sent')} startsOpen={false}>
      <pre className={css.raw}>{`${method} ${url}`}</pre>
      <Pairs pairs={[...Object.entries(headers), ...proof]} />
      {body !== null && <pre className={css.raw}>{body}</pre>}
    </Fold>
  )
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css.pairs}>
      {pairs.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice
        <div key={at}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The value goes to the main process and is forgotten here at once. */
function SecretForm({ name, onKept }: { name: string; onKept: () => void }) {
  const { t } = useTranslation()
  const [secret, setSecret] = useState('')
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const { bot } = useWorkbench.getState()
    if (!bot || secret === '') return
    const kept = await client['api.setSecret']({ bot, name, secret })
    setSecret('')
    if (kept.ok) onKept()
  }
  return (
    <form className={form.card} onSubmit={event => void keep(event)}>
      <label className={field.field}>
        <span className={field.label}>{t('blocks.apiCall.secretValue', { name })}</span>
        <input
          type="password"
          className={field.input}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for the call that needs it
          autoFocus
          autoComplete="off"
          value={secret}
          onChange={event => setSecret(event.target.value)}
        />
      </label>
      <p className={form.note}>{t('blocks.apiCall.secretKept')}</p>
      <Button type="submit" size="compact-xs" className={form.start} disabled={secret === ''}>
        {t('blocks.apiCall.useSecret')}
      </Button>
    </form>
  )
}

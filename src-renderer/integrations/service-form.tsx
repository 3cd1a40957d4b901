import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Service } from '../../src-shared/integrations/service.ts'
import type { StoredService } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import css from '../live/live.module.css'
import type { Site } from '../live/site.ts'
import { ActFault, useAct } from '../live/use-act.tsx'
import { AssetChecks, IntegrationChecks } from './mapped-checks.tsx'
import { RuleForm } from './rule-form.tsx'
import {
  addRule,
  EMPTY_SERVICE,
  isServiceComplete,
  moveRule,
  putRule,
  removeRule,
  targetsOf,
} from './service-draft.ts'
import type { RoutingView } from './use-routing.ts'

type Props = Readonly<{
  site: Site
  routing: RoutingView
  /** Null for a new one. */
  service: StoredService | null
  /** The name of the service that was saved. */
  onDone: (name: string | null) => void
}>

/** A service: the assets and integrations it holds, and its rules, of which the first that fits decides. */
export function ServiceForm({ site, routing, service: given, onDone }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Service>(() => serviceIn(given))
  const [wasTried, setTried] = useState(false)
  const { isBusy, fault, act } = useAct()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isServiceComplete(draft)) return
    void act(
      () => site.call(() => keep(site, given, draft)),
      ({ name }) => onDone(name),
    )
  }
  const lacksName = wasTried && draft.name.trim() === ''
  return (
    <form className={css.stack} onSubmit={submit} noValidate>
      <h3 className={css.heading}>{given ? given.name : t('integrations.service.new')}</h3>
      <TextInput
        size="xs"
        label={t('integrations.service.name')}
        value={draft.name}
        error={lacksName ? t('integrations.form.problem.name') : null}
        maxLength={80}
        autoFocus
        autoComplete="off"
        onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <div className={css.columns}>
        <AssetChecks draft={draft} assets={routing.assets} onChange={setDraft} />
        <IntegrationChecks draft={draft} integrations={routing.integrations} onChange={setDraft} />
      </div>
      <Rules {...{ draft, routing, wasTried }} onChange={setDraft} />
      <ActFault fault={fault} />
      <div className={css.ends}>
        <Button size="xs" variant="default" onClick={() => onDone(null)}>
          {t('live.back')}
        </Button>
        <Button size="xs" type="submit" loading={isBusy}>
          {t('integrations.form.save')}
        </Button>
      </div>
    </form>
  )
}

function serviceIn(stored: StoredService | null): Service {
  if (!stored) return EMPTY_SERVICE
  const { id: _, revision: __, ...service } = stored
  return service
}

function keep({ engine: { id: engine } }: Site, given: StoredService | null, draft: Service) {
  const values = { ...draft, name: draft.name.trim() }
  if (!given) return client['live.addService']({ engine, values })
  const change = { ...values, revision: given.revision }
  return client['live.changeService']({ engine, service: given.id, change })
}

type RulesProps = Readonly<{
  draft: Service
  routing: RoutingView
  wasTried: boolean
  onChange: (draft: Service) => void
}>

function Rules({ draft, routing, wasTried, onChange }: RulesProps) {
  const { t } = useTranslation()
  const targets = targetsOf(draft, routing.integrations)
  return (
    <section className={css.stack}>
      <div className={css.bar}>
        <h4 className={css.heading}>{t('integrations.service.rules')}</h4>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange(addRule(draft, targets))}
        >
          {t('integrations.service.addRule')}
        </Button>
      </div>
      <p className={css.quiet}>
        {t(draft.rules.length === 0 ? 'integrations.service.noRules' : 'integrations.service.rulesHint')}
      </p>
      {draft.rules.map((rule, index) => (
        <RuleForm
          key={rule.id}
          {...{ rule, targets, wasTried }}
          number={index + 1}
          ofRules={draft.rules.length}
          assets={routing.assets.filter(({ id }) => draft.assets.some(asset => asset.id === id))}
          onChange={changed => onChange(putRule(draft, changed))}
          onMove={by => onChange(moveRule(draft, rule.id, by))}
          onRemove={() => onChange(removeRule(draft, rule.id))}
        />
      ))}
    </section>
  )
}

import { JobLine } from './job-line.tsx'
import { usePublishing } from './publishing.ts'
import css from './versions.module.css'

type Props = Readonly<{ isBrief?: boolean; onGo: () => void; onPassphrase: () => void }>

/** What is still on its way to engines, and what failed and was not put away yet. */
export function OpenJobs({ isBrief = false, onGo, onPassphrase }: Props) {
  const jobs = usePublishing(state => state.jobs)
  const open = jobs.filter(({ state }) => state !== 'done')
  if (open.length === 0) return null
  return (
    <div className={css.jobs}>
      {open.map(job => (
        <JobLine key={job.id} job={job} isBrief={isBrief} onGo={onGo} onPassphrase={onPassphrase} />
      ))}
    </div>
  )
}

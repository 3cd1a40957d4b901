import { client } from '../ipc/client.ts'

/** Shows a web page in the person's own browser; of other addresses a simulator has nothing to show. */
export function openOutside(url: string): void {
  if (/^https?:/i.test(url)) void client['shell.open']({ url })
}

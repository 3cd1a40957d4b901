import { TEXTS } from '../script.ts'
import type { Peer, RequirePeer } from './peer.ts'

type Choice = { index: number; text: string }
type Story = {
  canContinue: boolean
  currentChoices: readonly Choice[]
  variablesState: Record<string, unknown>
  state: { ToJson(): string; LoadJson(json: string): void }
  Continue(): string | null
  ChooseChoiceIndex(index: number): void
}
type Inkjs = {
  Compiler: new (source: string) => { Compile(): { ToJson(): string } }
  Story: new (json: string) => Story
}

// Ink has no typed input: at each wait there is one choice, taken by the host once it has set what was typed. A choice
// for each option of the menu makes the saved state twice as long and the peer a fifth slower.
const STORY = `
VAR input = ""
VAR quantity = 0
-> start
=== start
+ [text]
  ${TEXTS.greeting}
  -> menu
=== menu
${TEXTS.menu}
+ [text]
  { input:
    - "1":
      -> order
    - "2":
      ${TEXTS.hours}
      -> menu
    - "3":
      ${TEXTS.farewell}
      -> END
    - else:
      ${TEXTS.retry}
      -> menu
  }
=== order
${TEXTS.ask}
-> answer
=== answer
+ [number]
  { quantity >= 1 && quantity <= 100:
    -> priced
  - else:
    ${TEXTS.askAgain}
    -> answer
  }
=== priced
~ temp total = quantity * 4.5
{ quantity >= 10:
  ~ total = total * 0.9
  ${TEXTS.bulk}
}
That is {total} euros.
-> menu
`

/** Ink by inkjs 2 (MIT): one story for all, each conversation a saved state that is loaded and saved at every turn. */
export function inkPeer(load: RequirePeer): Peer {
  const { Compiler, Story } = load('inkjs/full') as Inkjs
  const story = new Story(new Compiler(STORY).Compile().ToJson())
  read(story)
  const first = story.state.ToJson()
  return {
    name: 'inkjs',
    begin() {
      let saved = first
      return async text => {
        story.state.LoadJson(saved)
        choose(story, text)
        const said = read(story)
        saved = story.state.ToJson()
        return said
      }
    },
  }
}

function choose(story: Story, text: string): void {
  const [wanted] = story.currentChoices
  if (!wanted) return
  if (wanted.text === 'number') story.variablesState.quantity = Number(text) || 0
  else story.variablesState.input = text
  story.ChooseChoiceIndex(wanted.index)
}

function read(story: Story): readonly string[] {
  const said: string[] = []
  while (story.canContinue) {
    const line = story.Continue()?.trim()
    if (line) said.push(line)
  }
  return said
}

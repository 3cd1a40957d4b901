import { installPeers } from '../../peers/install-peers.ts'
import { EXPECTED, SCRIPT } from '../script.ts'
import { botbuilderPeer } from './botbuilder-peer.ts'
import { botkitPeer } from './botkit-peer.ts'
import { floipPeer } from './floip-peer.ts'
import { inkPeer } from './ink-peer.ts'
import { nlpjsPeer } from './nlpjs-peer.ts'
import type { Peer, RequirePeer } from './peer.ts'
import { rivescriptPeer } from './rivescript-peer.ts'

const PEERS: Readonly<Record<string, (load: RequirePeer) => Peer | Promise<Peer>>> = {
  '@nlpjs/bot': nlpjsPeer,
  rivescript: rivescriptPeer,
  inkjs: inkPeer,
  botkit: botkitPeer,
  '@floip/flow-runner': floipPeer,
  'botbuilder-dialogs': botbuilderPeer,
}

/** Every peer, checked; none, with a line that names them, where they cannot be installed. */
export async function loadPeers(load: RequirePeer | null = installPeers()): Promise<readonly Peer[]> {
  if (!load) {
    console.log(`Left out of this run: ${Object.keys(PEERS).join(', ')}.\n`)
    return []
  }
  const peers: Peer[] = []
  for (const make of Object.values(PEERS)) {
    const peer = await make(load)
    await checkPeer(peer)
    peers.push(peer)
  }
  return peers
}

/** Two conversations, turn by turn in step: the replies must be the expected ones in both. Throws where they are not. */
export async function checkPeer(peer: Peer): Promise<void> {
  const conversations = [peer.begin(), peer.begin()]
  for (const [turn, text] of SCRIPT.entries())
    for (const answer of conversations) {
      const said = JSON.stringify(await answer(text))
      const expected = JSON.stringify(EXPECTED[turn])
      if (said !== expected)
        throw new Error(`${peer.name}, turn ${turn + 1} (“${text}”): said ${said}, expected ${expected}`)
    }
}

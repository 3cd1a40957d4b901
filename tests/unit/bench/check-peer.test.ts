import { describe, expect, it } from 'vitest'
import { handWritten } from '../../../bench/runtime/hand-written.ts'
import { checkPeer, loadPeers } from '../../../bench/runtime/peers/load-peers.ts'
import type { Peer } from '../../../bench/runtime/peers/peer.ts'

type Answer = (text: string) => readonly string[]

function peer(begin: () => Answer): Peer {
  return {
    name: 'peer',
    begin() {
      const answer = begin()
      return async text => answer(text)
    },
  }
}

function rightAnswers(): Answer {
  const answer = handWritten().begin()
  let inputs = 0
  return text => {
    inputs += 1
    return answer(text, String(inputs))
  }
}

describe('the check of a peer before it is timed', () => {
  it('takes one that says what the sample menu bot says', async () => {
    await expect(checkPeer(peer(rightAnswers))).resolves.toBeUndefined()
  })

  it('refuses one that says another price, and names the turn', async () => {
    const wrong = peer(() => {
      const answer = rightAnswers()
      return text => answer(text).map(said => said.replace('48.6', '48.59'))
    })
    await expect(checkPeer(wrong)).rejects.toThrow('peer, turn 7 (“12”): said')
  })

  it('refuses one that says less', async () => {
    const silent = peer(() => {
      const answer = rightAnswers()
      return text => answer(text).slice(0, 1)
    })
    await expect(checkPeer(silent)).rejects.toThrow('turn 1')
  })

  it('refuses one whose conversations are one', async () => {
    const shared = rightAnswers()
    await expect(checkPeer(peer(() => shared))).rejects.toThrow('turn 1')
  })

  it('leaves all out where none can be installed', async () => {
    await expect(loadPeers(null)).resolves.toEqual([])
  })
})

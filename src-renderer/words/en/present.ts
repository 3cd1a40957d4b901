/** Words of the area `present`; keys begin with its name. */
export const present = {
  title: 'Presentation',
  talk: 'Present the conversation',
  test: 'Present “{{name}}”',
  end: 'End',
  play: 'Play',
  pause: 'Pause',
  keys: 'Space or → next · ← back · P play or pause · Esc end',
  keysToComment: 'Space or → next · ← back · P play or pause · M comment · Esc end',
  nothing: 'There is no conversation yet. Say something to the bot, then present it.',
  noTurns: 'This test has no turns to present.',
}

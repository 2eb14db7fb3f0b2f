/** A process for tests of `keepProcess`: does what `KEPT_CHILD` says. */
const behaviour = process.env['KEPT_CHILD'];
process.on('disconnect', () => process.exit(1));
process.on('message', (message: { kind: string }) => {
  if (message.kind === 'stop' && behaviour !== 'deaf') process.exit(0);
});
if (behaviour === 'fails') process.send?.({ kind: 'failed', reason: 'the reason' }, () => process.exit(1));
else process.send?.({ kind: 'ready' });

import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { AttachedData } from '../desktop/attached-data.tsx';
import { MessageCard } from '../desktop/message-card.tsx';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './trace-page.module.css';

/** The message and the data attached to the interaction as they are now. */
export function MessagePane(props: { readonly interaction: InteractionDetail }) {
  const { interaction } = props;
  return (
    <div className={classes.message}>
      <MessageCard interaction={interaction} isOpenAtFirst />
      <section aria-label={t.page.data}>
        <h2 className={classes.heading}>{t.page.data}</h2>
        <AttachedData data={interaction.data} />
      </section>
    </div>
  );
}

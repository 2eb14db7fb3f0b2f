import { Kbd, Modal } from '@mantine/core';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import classes from './shortcut-help.module.css';

const groups = [
  {
    title: t.keys.everywhere,
    keys: [
      [['F8'], t.keys.toggleReady],
      [['⇧', 'F8'], t.keys.toggleDisturb],
      [['F9'], t.keys.accept],
      [['⇧', 'F9'], t.keys.reject],
    ],
  },
  {
    title: t.keys.reading,
    keys: [
      [['Enter'], t.keys.accept],
      [['R'], t.keys.reply],
      [['D'], t.keys.done],
      [['W'], t.keys.workbin],
      [['T'], t.keys.transfer],
      [['J'], t.keys.next],
      [['K'], t.keys.previous],
      [['Ctrl', 'Z'], t.keys.undo],
      [['?'], t.keys.help],
    ],
  },
  {
    title: t.keys.writing,
    keys: [
      [['Ctrl', 'Enter'], t.keys.send],
      [['Ctrl', '/'], t.keys.responses],
      [['/'], t.keys.responsesSlash],
      [['Esc'], t.keys.leave],
    ],
  },
] as const;

/** Every shortcut of the desktop. */
export function ShortcutHelp(props: { readonly isOpen: boolean; onClose(): void }) {
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={t.keys.title} size="md">
      {groups.map((group) => (
        <section key={group.title} className={classes.group}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(([keys, label]) => (
              <div key={label + keys.join()}>
                <dt>{label}</dt>
                <dd>
                  {keys.map((key) => (
                    <Kbd key={key} size="sm">
                      {key}
                    </Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

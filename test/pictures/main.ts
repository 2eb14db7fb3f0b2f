import { freePort } from '#test/support/free-port.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { startWholeProduct } from '#test/support/whole-product.ts';
import { takeDesigner } from './designer-scenes.ts';
import { takeDesktop } from './desktop-scenes.ts';
import { letters } from './letters.ts';
import { openStudio } from './studio.ts';
import { takeHeld, takeWatching } from './watching-scenes.ts';

/** `npm run pictures`: plays a morning at ABC on the real app, with data of its own, and takes the pictures of the documentation. */
async function main(): Promise<void> {
  // the test bench sends to the port of the settings, so it cannot be any free one
  const product = await startWholeProduct({ argv: [`--smtp-port=${await freePort()}`] });
  const studio = await openStudio(product.url);
  try {
    for (const letter of letters) await sendSmtp(product.smtpPort, { to: 'support@abc.example', ...letter });
    await takeDesktop(studio, product);
    await takeDesigner(studio, product);
    await takeWatching(studio, product);
    await takeHeld(studio, product);
  } finally {
    await studio.close();
    await product.stop();
  }
}

await main();

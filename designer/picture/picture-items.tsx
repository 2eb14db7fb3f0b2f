import { Menu } from '@mantine/core';
import { IconFileTypePdf, IconFileTypePng, IconFileTypeSvg, IconPrinter } from '@tabler/icons-react';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Layout } from '#dsl/document/layout.ts';
import { autoLayout } from '../canvas/auto-layout.ts';
import { readDocument } from '../commands/read-document.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { useOpenProcess } from '../process/editor-context.tsx';

/** Entries of a menu that hand the open process out as a picture or on paper. What draws it is loaded when it is wanted. */
export function PictureItems() {
  const { editor } = useOpenProcess();
  const hand = async (out: (process: BusinessProcess, layout: Layout) => Promise<void>): Promise<void> => {
    const { document, layout } = editor.getState().snapshot;
    const { process } = readDocument(document);
    if (process !== undefined) await out(process, layout);
  };
  return (
    <>
      <Menu.Item leftSection={<IconFileTypeSvg size={16} />} onClick={() => void hand(saveSvgPicture)}>
        {t.savePicture('SVG')}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileTypePng size={16} />} onClick={() => void hand(savePngPicture)}>
        {t.savePicture('PNG')}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileTypePdf size={16} />} onClick={() => void hand(printPicture)}>
        {t.savePicture('PDF')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => void hand(print)}>
        {t.printProcess}
      </Menu.Item>
    </>
  );
}

async function saveSvgPicture(process: BusinessProcess, layout: Layout): Promise<void> {
  const [{ processPicture }, { saveText }] = await Promise.all([import('./pictures.ts'), import('./hand-out.ts')]);
  saveText(await processPicture(process, layout, autoLayout), `${process.name}.svg`, 'image/svg+xml');
}

async function savePngPicture(process: BusinessProcess, layout: Layout): Promise<void> {
  const [{ processPicture }, { savePng }] = await Promise.all([import('./pictures.ts'), import('./hand-out.ts')]);
  await savePng(await processPicture(process, layout, autoLayout), `${process.name}.png`);
}

// the browser's own PDF: its fonts hold the letters of every language
async function printPicture(process: BusinessProcess, layout: Layout): Promise<void> {
  const [{ processPicture }, { picturePage }, { printPage }] = await Promise.all([
    import('./pictures.ts'),
    import('./picture-page.ts'),
    import('./hand-out.ts'),
  ]);
  await printPage(picturePage(await processPicture(process, layout, autoLayout), process.name));
}

async function print(process: BusinessProcess, layout: Layout): Promise<void> {
  const [{ printableDocument }, { printPage }] = await Promise.all([
    import('./printable-document.ts'),
    import('./hand-out.ts'),
  ]);
  await printPage(await printableDocument(process, layout, [new Date().toLocaleDateString()], autoLayout));
}

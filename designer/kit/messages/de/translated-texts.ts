import { canvas as canvasEn } from '../en/canvas.ts';
import { chatBench as chatBenchEn } from '../en/chat-bench.ts';
import { chat as chatEn } from '../en/chat.ts';
import { commands as commandsEn } from '../en/commands.ts';
import { composer as composerEn } from '../en/composer.ts';
import { design as designEn } from '../en/design.ts';
import { desktop as desktopEn } from '../en/desktop.ts';
import { desktopRules as desktopRulesEn } from '../en/desktop-rules.ts';
import { find as findEn } from '../en/find.ts';
import { forms as formsEn } from '../en/forms.ts';
import { imports as importsEn } from '../en/imports.ts';
import { inspector as inspectorEn } from '../en/inspector.ts';
import { kit as kitEn } from '../en/kit.ts';
import { knowledge as knowledgeEn } from '../en/knowledge.ts';
import { lists as listsEn } from '../en/lists.ts';
import { macros as macrosEn } from '../en/macros.ts';
import { media as mediaEn } from '../en/media.ts';
import { panes as panesEn } from '../en/panes.ts';
import { people as peopleEn } from '../en/people.ts';
import { reference as referenceEn } from '../en/reference.ts';
import { routingRules as routingRulesEn } from '../en/routing-rules.ts';
import { sections as sectionsEn } from '../en/sections.ts';
import { services as servicesEn } from '../en/services.ts';
import { settings as settingsEn } from '../en/settings.ts';
import { shell as shellEn } from '../en/shell.ts';
import { sms as smsEn } from '../en/sms.ts';
import { webForms as webFormsEn } from '../en/web-forms.ts';
import { templates as templatesEn } from '../en/templates.ts';
import { testBench as testBenchEn } from '../en/test-bench.ts';
import { trace as traceEn } from '../en/trace.ts';
import { trial as trialEn } from '../en/trial.ts';
import { versions as versionsEn } from '../en/versions.ts';
import { watch as watchEn } from '../en/watch.ts';
import { supervisor as supervisorEn } from '../en/supervisor.ts';
import { webhooks as webhooksEn } from '../en/webhooks.ts';
import { workbins as workbinsEn } from '../en/workbins.ts';
import { canvas } from './canvas.ts';
import { chatBench } from './chat-bench.ts';
import { chat } from './chat.ts';
import { commands } from './commands.ts';
import { composer } from './composer.ts';
import { design } from './design.ts';
import { desktop } from './desktop.ts';
import { desktopRules } from './desktop-rules.ts';
import { find } from './find.ts';
import { forms } from './forms.ts';
import { imports } from './imports.ts';
import { inspector } from './inspector.ts';
import { kit } from './kit.ts';
import { knowledge } from './knowledge.ts';
import { lists } from './lists.ts';
import { macros } from './macros.ts';
import { media } from './media.ts';
import { panes } from './panes.ts';
import { people } from './people.ts';
import { reference } from './reference.ts';
import { routingRules } from './routing-rules.ts';
import { sections } from './sections.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sms } from './sms.ts';
import { webForms } from './web-forms.ts';
import { templates } from './templates.ts';
import { testBench } from './test-bench.ts';
import { trace } from './trace.ts';
import { trial } from './trial.ts';
import { versions } from './versions.ts';
import { watch } from './watch.ts';
import { supervisor } from './supervisor.ts';
import { webhooks } from './webhooks.ts';
import { workbins } from './workbins.ts';

/** Every file of English texts with its German one. */
export const translatedTexts: readonly (readonly [english: object, german: object])[] = [
  [canvasEn, canvas],
  [chatBenchEn, chatBench],
  [chatEn, chat],
  [commandsEn, commands],
  [composerEn, composer],
  [designEn, design],
  [desktopEn, desktop],
  [desktopRulesEn, desktopRules],
  [findEn, find],
  [formsEn, forms],
  [importsEn, imports],
  [inspectorEn, inspector],
  [kitEn, kit],
  [knowledgeEn, knowledge],
  [listsEn, lists],
  [macrosEn, macros],
  [mediaEn, media],
  [panesEn, panes],
  [peopleEn, people],
  [referenceEn, reference],
  [routingRulesEn, routingRules],
  [sectionsEn, sections],
  [servicesEn, services],
  [settingsEn, settings],
  [shellEn, shell],
  [smsEn, sms],
  [webFormsEn, webForms],
  [templatesEn, templates],
  [testBenchEn, testBench],
  [traceEn, trace],
  [trialEn, trial],
  [versionsEn, versions],
  [watchEn, watch],
  [supervisorEn, supervisor],
  [webhooksEn, webhooks],
  [workbinsEn, workbins],
];

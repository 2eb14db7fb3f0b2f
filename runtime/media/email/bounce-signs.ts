import type { ReportKind } from './parsed-mail.ts';

/** Tells what a report is about from words of mail systems that follow no RFC; the first kind that matches counts. */
export type ReportSigns = readonly { readonly kind: ReportKind; readonly pattern: RegExp }[];

// each entry a pattern, matched at the beginning of the subject
const subjects = {
  delayed: [
    'delivery (?:status notification|notification|report)\\W{1,3}delay',
    '(?:mail|message|delivery|e-?mail) (?:delivery )?(?:is |was |has been )?delayed',
    'delay(?:ed)?(?: mail|:| \\()',
    'mail delivery warning',
    'warning:? (?:could not send|(?:your )?(?:message|e-?mail|mail)\\b.{0,200}(?:delay|not yet|still))',
    'zustellung verzögert|verzögert:|remise (?:retardée|différée)|retardé|entrega retrasada|atraso na entrega',
  ],
  delivered: [
    'delivery (?:status notification|notification|report)\\W{1,3}(?:success|relay|deliver|expan)',
    '(?:relayed|expanded|delivered|zugestellt|übermittelt|remis|entregado|entregue|consegnato|afgeleverd):',
    'successful mail delivery|delivery (?:confirmation|receipt)',
  ],
  disposition: [
    '(?:not )?read:|read receipt|return receipt|(?:message )?disposition notification',
    '(?:nicht |un)?gelesen:|lesebestätigung|empfangsbestätigung|(?:non )?lu ?:|accusé de (?:lecture|réception)',
    '(?:no )?leído:|confirmación de lectura|(?:non )?letto:|(?:não )?lida:|(?:niet )?gelezen:|прочитано:|開封済み',
  ],
  'non-delivery': [
    '(?:\\[postmaster\\] )?(?:mail|message|e-?mail) (?:delivery |system |status - )?(?:fail|error|problem|undeliver|not delivered|could not be|cannot be|rejected|returned)',
    'un-?deliver(?:ed|able)|non-?deliver(?:y|able)|nondeliverable|(?:permanent )?delivery (?:has )?(?:fail|error|problem)',
    'delivery (?:status notification|notification|report)\\W{1,3}(?:fail|delivery has failed)|delivery to .{1,200} failed',
    'fail(?:ed|ure) (?:notice|delivery|mail|to deliver|message)|permanent failure',
    '(?:returned|bounced?|rejected) (?:mail|e-?mail|message|to sender)|returning .{0,40}to sender|automatically rejected',
    '(?:unable to|could not|couldn.t|cannot|can.t) (?:be )?deliver|error sending|processing error|user unknown',
    'your (?:message|e-?mail|mail) .{0,200}(?:could not|couldn.t|cannot|was not|has not been) (?:be )?delivered',
    'warning: .{1,200} user unknown',
    'unzustellbar|nicht zustellbar|(?:mail)?zustellung fehlgeschlagen|fehler bei der (?:zustellung|übermittlung)',
    'non[ -](?:remis|distribu|délivr)|échec de (?:la )?(?:remise|distribution|livraison)|message non (?:remis|délivré)',
    'utilisateur non recensé|no se puede entregar|(?:mensaje )?no entregado|error de entrega|devuelto',
    'não entregue|não é possível entregar|falha na entrega|mancata consegna|non recapitabile|impossibile recapitare',
    'onbestelbaar|niet (?:bezorgd|afgeleverd)|olevererbart|kan (?:ej|ikke) lever|ikke leveret|uleverbar|niedostarcz',
    'недоставлен|не удалось доставить|(?:ваше )?сообщение не доставлено|невозможно доставить',
    '配信(?:不能|できません|エラー)|未配信|(?:系统)?退信|无法(?:投递|送达)|邮件(?:投递|发送)失败|未送達|전달되지 못',
  ],
} satisfies Record<ReportKind, readonly string[]>;

// each entry a pattern, matched anywhere in the notice
const phrases = {
  delayed: [
    'this is a warning message only|do(?:n.t| not) need to re-?send|not yet been delivered',
    'will (?:continue to (?:try|attempt|be)|keep trying|be retried|try again|retry)|attempts will continue',
    '(?:delivery|message|mail) (?:has been |was |is )?(?:temporarily )?delayed|weiter(?:hin)? versucht',
  ],
  disposition: [
    'this is (?:a|only a) (?:return|read) receipt|was displayed on the recipient|this receipt (?:only )?(?:shows|acknowledges)',
  ],
  delivered: [
    '(?:was|has been|is|been) (?:successfully )?(?:delivered|relayed) (?:to the following|successfully)|successfully (?:delivered|relayed)',
  ],
  'non-delivery': [
    'qmail-send program|undeliver(?:ed|able)|returned to sender|automatically rejected|(?:was|been) rejected|rejected by',
    '(?:could|can|did|was|were|has|have|has) ?not (?:be |been )?(?:deliver|reach|receive a copy)|could ?n.t (?:be )?deliver',
    '(?:unable|failed|failure|not able) to deliver|(?:delivery|message|mail) (?:to .{1,200} )?(?:has )?(?:been )?fail',
    'fail(?:ed|ure) (?:recipient|address|delivery)|permanent (?:fatal )?(?:error|failure)|address(?:es)? (?:failed|had)',
    '(?:user|recipient|mailbox|address|account) (?:is )?(?:unknown|full|unavailable|not found|inactive|disabled)',
    'unknown (?:user|recipient|address)|no such (?:user|recipient|mailbox|address|person)|does(?: not|n.t) exist',
    '(?:error|problem) was detected|returned because|delivery problems|no mailbox here|not (?:a )?(?:valid|known)|unroutable',
    'exceed\\w* .{0,20}(?:quota|storage)|over (?:the )?quota|quota exceeded',
    'nicht zugestellt|nicht zustell|konnte nicht|n.a pas (?:pu|été)|n.ont pas pu|no (?:se )?(?:pudo|ha podido)',
    'não (?:pôde|foi) |non (?:è stato|ha potuto|consegnat)|не (?:может быть|был[оа]?|удалось) достав|недостав|送信でき(?:ません|なかった)|送信に失敗|配信(?:できません|に失敗)|退回|无法(?:投递|送达)|不存在',
  ],
} satisfies Record<ReportKind, readonly string[]>;

function signs(table: Readonly<Record<ReportKind, readonly string[]>>, before: string): ReportSigns {
  return (['delayed', 'disposition', 'delivered', 'non-delivery'] as const).map((kind) => ({
    kind,
    pattern: new RegExp(`${before}(?:${table[kind].join('|')})`, 'iu'),
  }));
}

/** Subjects of reports, at their beginning: who answers or forwards a report puts a prefix before. */
export const reportSubjects = signs(subjects, '^\\W{0,4}');

/** What the text of a report says. Words that people use too: they count only from a mail system. */
export const reportPhrases = signs(phrases, '');

/** Names that mail systems sign with. */
export const daemonName =
  /^\W{0,3}(?:internet )?(?:mail(?:er)?[ .-]?(?:delivery|daemon|administrator|system)|delivery subsystem|e-?mail delivery|post ?master|system ?administrator|microsoft (?:exchange|outlook))/i;

/** Addresses nobody but a mail system writes from. */
export const daemonAddress =
  /^(?:mailer-?daemon|mail-?daemon|mdaemon|mmdf|mail\.delivery\.system|microsoftexchange[0-9a-f]{10,40})(?:[+=_-][^@]{0,200})?(?:@|$)/i;

/** Addresses of mail systems that a person may write from as well. */
export const officeAddress = /^"?(?:postmaster|system administrator|bounced?|ndr)"?(?:[+=_-][^@]{0,200})?(?:@|\\|$)/i;

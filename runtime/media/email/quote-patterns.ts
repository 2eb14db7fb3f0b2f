/**
 * How mail programs set apart what a mail answers, and what people put below what they write: a table of patterns, in the
 * languages mail programs speak. Each is matched against a line of at most a few hundred characters, and none of them
 * backtracks further than that.
 */

const alternatives = (...patterns: readonly string[]) => patterns.join('|');

/** What a mail program says of the quote below, where it ends in a verb: `On Tuesday at 10:52, Ada <ada@example.com> wrote:`. */
export const attributionEnd = new RegExp(
  `(?:${alternatives(
    '(?<!\\p{L})(?:wrote|writes|said|sent|écrit|escribió|scritto|escreveu|schreef|geschreven|skrev|kirjoitti|pisze|napisał|napisała',
    'napisał\\(a\\)|napsal|napsala|napsal\\(a\\)|napísal\\(?a?\\)?|írta|a scris|yazdı|έγραψε|написал|написала|написал\\(а\\)',
    'пишет|пише|написав|написала|đã viết|menulis)',
    '写道|寫道|写到|のメッセージ|が書きました|작성|님이 쓴 글|כתב|כתבה|كتب',
  )})\\s{0,3}[:：]?\\s{0,3}-{0,10}$`,
  'iu',
);

/** The same where the verb stands before the name, as in German, Dutch and the Nordic languages, or where there is none. */
export const attributionNamed =
  /(?<!\p{L})(?:schrieb|schreef|skrev|geschrieben|írta)(?!\p{L}).{0,200}:$|\d.{0,200}(?:<|&lt;|\()\s?[^\s<>()]{1,100}@[^\s<>()]{1,100}(?:>|&gt;|\))\s{0,3}:$/iu;

/** How such a line begins when it goes on in the next one. */
export const attributionStart =
  /^\W{0,6}(?:(?:on|at|le|el|en|il|in data|em|no dia|am|op|den|w dniu|dnia|dne|dňa|în|στις|vào|pada|on|ons|il giorno)\s|\d|\p{L}{1,12}[.,]{0,2}\s\d|[在于於])/iu;

const separator = '[-_=*–—]';

/** A line that says that a mail that is answered or forwarded follows. */
export const divider = new RegExp(
  `^[\\s>*]{0,9}(?:${separator}{2,80}\\s{0,3}(?:${alternatives(
    'original (?:message|appointment|e-?mail)|forwarded (?:message|by .{1,60})|reply message',
    '(?:ursprüngliche|weitergeleitete|antwort) (?:nachricht|e-?mail)|original(?:nachricht|meddelande)|ursprungligt meddelande',
    'message (?:d.origine|original|transféré|initial)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)',
    'messaggio (?:originale|inoltrato)|(?:oorspronkelijk|origineel|doorgestuurd) bericht|(?:opprinnelig|oprindelig) (?:melding|besked|meddelelse)',
    'alkuperäinen viesti|(?:oryginalna )?wiadomość(?: oryginalna| przekazana)?|původní (?:zpráva|e-?mail)|eredeti üzenet|mesajul original',
    '(?:исходное|пересылаемое|перенаправленное|оригинальное) сообщение|orijinal (?:mesaj|ileti)|αρχικό μήνυμα',
    '原始(?:邮件|郵件|メッセージ)|转发(?:邮件|的邮件)|元のメッセージ|원본 (?:메시지|메일)',
  )})\\s{0,3}:?\\s{0,3}${separator}{0,80}|(?:${alternatives(
    'begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié|transféré)',
    'inicio del mensaje reenviado|início da mensagem (?:reencaminhada|encaminhada)|inizio messaggio inoltrato',
    'begin doorgestuurd bericht|vidarebefordrat brev|videresendt besked|начало переадресованного сообщения',
  )})\\s{0,3}:)\\s{0,9}$`,
  'iu',
);

/** What help desks put above the mail that is to be answered. */
export const replyAboveLine =
  /^\W{0,20}(?:please )?(?:reply|type your reply|write|respond|antwort\p{L}{0,20}|répond\p{L}{0,10}|responda).{0,40}(?:above|oberhalb|über|au-dessus|encima|por encima) (?:this|the|dieser|de|cette|esta).{0,30}(?:line|zeile|linie|ligne|línea|linha)/iu;

/** Fields that a mail program repeats of the mail that is answered, by what they hold. */
export const quotedFields = {
  from: 'from|von|de|da|van|från|fra|lähettäjä|od|от|від|kimden|feladó|από|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|מאת|expéditeur|remitente|mittente',
  sent: 'sent|date|sent on|gesendet|gesendet am|datum|envoyé(?: le)?|enviad[oa](?: el| em)?|fecha|inviato(?: il)?|data|verzonden(?: op)?|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|odesláno|отправлено|дата|дата відправлення|gönderildi|tarih|elküldve|dátum|发送时间|发件时间|日期|寄件日期|送信日時|日時|보낸 날짜|message du',
  to: 'to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|кому|kime|címzett|προς|收件人|宛先|받는 사람|받는사람|cc|kopie|copie(?: à)?',
  subject:
    'subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|tárgy|θέμα|主题|主旨|件名|제목|נושא',
} as const;

/** A closing line before the name of the writer. */
export const closing = new RegExp(
  `^\\W{0,3}(?:${alternatives(
    '(?:(?:best|kind|kindest|warm|warmest|with|many|thanks and|thanks &|thank you and) )*regards|cheers|(?:best|all the best|best wishes)',
    '(?:yours |very )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?',
    '(?:mit )?(?:freundliche[nm]?|beste[nm]?|viele[n]?|liebe[n]?|herzliche[nm]?|schöne[n]?) (?:grüße[n]?|grüsse[n]?|gruß|gruss)|mfg|lg|vg|(?:gruß|gruss|grüße|hochachtungsvoll)',
    '(?:bien |très )?cordialement|bien (?:à|a) (?:vous|toi)|bonne (?:journée|soirée|réception)|(?:meilleures |sincères )?salutations(?: distinguées)?|amicalement',
    '(?:un |muchos )?(?:cordial )?saludos?(?: cordiales)?|atentamente|atenciosamente|(?:melhores |com os melhores )?cumprimentos|abraços?|att',
    '(?:cordiali |distinti )?saluti|cordialmente',
    '(?:met )?(?:vriendelijke |hartelijke )groet(?:en)?|groet(?:en|jes)?|mvg',
    '(?:med )?(?:vänlig|vänliga|vennlig|venlig|venlige|bästa|mange) (?:hälsning|hälsningar|hilsen|hilsner)|mvh|hälsningar|hilsen|ystävällisin terveisin|terveisin',
    'pozdrawiam(?: serdecznie)?|z poważaniem|s pozdravem|üdvözlettel|cu stimă|с уважением|з повагою|saygılarımla|με εκτίμηση|敬具|此致|祝好',
  )})[^\\p{L}\\d]{0,6}$`,
  'iu',
);

/** A line that a program or a telephone puts below a mail. */
export const programLine = new RegExp(
  `^\\W{0,3}(?:${alternatives(
    'sent (?:from|via|using|with|by) (?:my |a |the )?(?:iphone|ipad|android|samsung|blackberry|mobile|phone|cell|smartphone|windows|yahoo|outlook|gmail|mail\\b|proton|typeapp).{0,80}',
    'sent (?:from|via|using) (?:my|a|the) [^,;]{1,50}|sent (?:from|via|using|with) \\S{1,40}(?: \\S{1,20})?',
    'get (?:outlook|bluemail|typeapp|\\S{1,20}) for (?:ios|android|mobile|\\S{1,20}).{0,60}',
    'von meine[mr] .{1,60} gesendet|gesendet (?:von|mit|über|aus) .{1,90}|diese nachricht wurde von meine[mr] .{1,60}',
    "envoyé (?:de(?:puis)?|à partir d[eu'’]|avec|via) .{1,90}|télécharger outlook pour .{1,60}|obtenez outlook pour .{1,60}",
    'enviado (?:desde|do|de|con|via|a partir d[eo]) .{1,90}|obtener outlook para .{1,60}|obter o outlook para .{1,60}',
    'inviato (?:da(?:l|l mio)?|con) .{1,90}|ottieni outlook per .{1,60}|scarica outlook per .{1,60}',
    '(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via) .{1,90}|outlook voor (?:ios|android) .{1,60}',
    '(?:sendt|skickat|skickades|lähetetty) (?:fra|från|med|via|\\p{L}{1,20}sta|\\p{L}{1,20}stä) ?.{0,90}|hämta outlook för .{1,60}|hent outlook (?:til|for) .{1,60}',
    'wysłan[oe] z .{1,90}|odesláno z .{1,90}|trimis (?:de pe|din) .{1,60}|отправлено (?:с|из) .{1,90}|надіслано з .{1,90}|στάλθηκε από .{1,60}|.{1,40}(?:den|dan) gönderildi',
    '发自我的.{0,40}|.{0,20}从我的.{1,30}发送|發自我的.{0,40}|.{1,30}から送信|.{0,20}나의 .{1,20}에서 보냄|.{1,30}에서 보냄',
  )})$`,
  'iu',
);

import { given, type LibraryFunction } from './library-function.ts';

/**
 * Tells a language by its most frequent small words, which even two lines of a mail hold, and by its script where that says it.
 * Statistics over letters, as usual libraries use them, take "Where is my parcel?" for Italian.
 */
export const languageFunction: LibraryFunction = {
  name: 'detectLanguage',
  family: 'text',
  help: 'The language a text is written in, as ISO 639-1 code such as de or en; empty when it is too short to tell.',
  parameters: [given('text', 'string', 'The text, such as interaction.text.')],
  result: 'string',
  examples: [
    { args: ['Where is my parcel?'], result: 'en' },
    { args: ['Wo ist mein Paket? Es sollte am Montag hier sein.'], result: 'de' },
    { args: ['Je voudrais annuler ma commande, est-ce possible ?'], result: 'fr' },
    { args: ['¿Dónde está mi paquete? No ha llegado todavía.'], result: 'es' },
    { args: ['Dov’è il mio pacco? Non è ancora arrivato.'], result: 'it' },
    { args: ['Waar is mijn pakket? Het is nog niet aangekomen.'], result: 'nl' },
    { args: ['Gdzie jest moja paczka? Nie dostałem jej jeszcze.'], result: 'pl' },
    { args: ['Где моя посылка?'], result: 'ru' },
    { args: ['荷物はどこですか'], result: 'ja' },
    { args: ['A-4711'], result: '' },
  ],
  run: (tools, value: unknown) => {
    const words: Record<string, string> = {
      en: 'the and is are was were have has had do does did not you your my me we our they it this that with for from to of in on at can could would will please when where why how what there been be but if or as by an am hello dear thanks thank regards',
      de: 'der die das und ist sind war waren habe hat haben nicht sie ihr ihre mein meine mich mir wir uns es dies diese mit für von zu im in am auf bei kann können würde wird bitte wann wo warum wie was ein eine einen einem dem den des noch schon auch aber oder wenn als hallo danke grüße ich zum zur',
      fr: 'le la les et est sont était ai a avez avons pas vous votre vos mon ma mes nous notre il elle ce cette avec pour de du des dans sur au aux peut pouvez voudrais merci quand où pourquoi comment que qui un une je ne mais ou si bonjour cordialement n’ai j’ai d’un été',
      es: 'el la los las y es son está están he ha han no usted su mi mis me nos nuestro lo este esta con para por de del en al puede pueden quisiera gracias cuándo dónde qué cómo un una yo pero o si hola saludos todavía ya se le que',
      it: 'il lo la gli le e è sono era ho ha hanno non lei suo mio mia mi ci nostro questo questa con per di del della nel in al può potete vorrei grazie quando dove perché come un una io ma o se buongiorno saluti ancora già che ed dov’è',
      nl: 'de het een en is zijn was heb heeft hebben niet u uw mijn me wij we ons dit deze dat met voor van te in op bij kan kunnen zou wordt graag wanneer waar waarom hoe wat nog ook maar of als hallo bedankt groet ik naar er',
      pt: 'o a os as e é são está estão tenho tem têm não você seu sua meu minha me nós nosso isto este esta com para por de do da no na em ao pode podem gostaria obrigado obrigada quando onde porque como um uma eu mas ou se olá ainda já que',
      pl: 'i jest są był była mam ma mają nie pan pani pana mój moja moje mnie my nasz to ten ta z ze dla od do w na przy można może proszę kiedy gdzie dlaczego jak co jeszcze już ale lub jeśli dzień dobry dziękuję pozdrawiam się jej że',
      sv: 'och är var har hade inte ni er din min mitt mig vi vår det den detta med för från till i på hos kan kunde skulle tack när varför hur vad en ett jag men eller om hej hälsningar ännu redan också som att av',
      da: 'og er var har havde ikke du din min mit mig vi vores det den dette med for fra til i på hos kan kunne ville tak hvornår hvor hvorfor hvordan hvad en et jeg men eller hvis hej hilsen endnu allerede også som at af',
      cs: 'a je jsou byl byla mám má mají ne vy váš můj moje mě my náš to ten ta s se pro od do v na při může můžete prosím kdy kde proč jak co ještě už ale nebo pokud dobrý den děkuji pozdravem že si jsem',
      tr: 've bir bu ile için değil var yok ben benim siz sizin biz bizim ne zaman nerede neden nasıl mi mı lütfen teşekkürler merhaba ama veya daha henüz olarak gibi çok kadar',
    };
    // the beginning tells; a batch of long mails must not hold its worker
    const text = tools.text(value).slice(0, 2000).toLowerCase();
    const scripts: [string, RegExp][] = [
      ['ja', /[\u3040-\u30ff]/u],
      ['ko', /[\uac00-\ud7af]/u],
      ['zh', /[\u4e00-\u9fff]/u],
      ['uk', /[іїєґ]/u],
      ['ru', /[а-яё]/u],
      ['el', /[α-ω]/u],
      ['ar', /[\u0620-\u064a]/u],
      ['he', /[\u05d0-\u05ea]/u],
      ['th', /[\u0e01-\u0e2e]/u],
    ];
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    for (const [code, script] of scripts) {
      const found = text.match(new RegExp(script.source, 'gu'))?.length ?? 0;
      // a name or two in another script says nothing about the rest; Ukrainian has few letters of its own
      if (letters >= 4 && found > letters * (code === 'uk' ? 0.02 : 0.2)) return code;
    }
    const said = new Map<string, number>();
    for (const word of text.replaceAll("'", '’').match(/[\p{L}’]+/gu) ?? []) said.set(word, (said.get(word) ?? 0) + 1);
    const scores = Object.entries(words).map(([code, list]) => {
      return { code, hits: list.split(' ').reduce((sum, word) => sum + (said.get(word) ?? 0), 0) };
    });
    scores.sort((left, right) => right.hits - left.hits);
    const [best, second] = scores;
    if (best === undefined || second === undefined) return '';
    return best.hits >= 2 && best.hits > second.hits * 1.1 ? best.code : '';
  },
};

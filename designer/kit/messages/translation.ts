/** The shape of a translation of texts: the same keys, text for text, and sentences made from the same facts. */
export type Translation<Texts> = Texts extends string
  ? string
  : Texts extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : Texts extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof Texts]: Translation<Texts[Key]> };

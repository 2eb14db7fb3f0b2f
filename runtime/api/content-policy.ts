/**
 * What a page of ours may load (Content-Security-Policy). Styles are inline because the component library and the code
 * editor write them; images come from anywhere because an agent may ask to see those of a mail, which the sanitiser
 * blocks until then; workers may be blobs because the code editor starts them so.
 */
export const contentPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:', 'https:', 'http:'],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'", 'blob:'],
  },
};

/**
 * What the worker may do in which the designer runs strategies over stand-ins: compute, and nothing else. It makes code from
 * the text it is given, which no page of ours may, and has no network to tell anybody.
 */
export const realmPolicy = "default-src 'none'; script-src 'unsafe-eval'";

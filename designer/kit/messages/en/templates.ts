/** Texts of templates: what a new process or strategy may begin with. */
export const templates = {
  beginWith: 'Begin with',
  fill: 'Names it uses',
  fillHelp: 'Proposed from what exists here. What does not exist yet can be made later.',
  isNew: 'Does not exist yet',
  willBeMade: 'Is added to the process',
  picture: (name: string) => `Picture of “${name}”`,
  newStrategy: 'New strategy from a template',
  strategyName: 'Name of the strategy',
  strategyTaken: 'There is a strategy of this name already.',
  addStrategy: 'Add strategy',
  processes: {
    empty: { name: 'Empty', help: 'Nothing yet: draw it from the beginning.' },
    acknowledgeAndRoute: {
      name: 'Acknowledge and route',
      help: 'Each e-mail is acknowledged and routed to a group; replies are sent.',
    },
    screenClassifyRoute: {
      name: 'Screen, classify and route',
      help: 'A rule puts aside what is unwanted, a model finds the topic, and its group gets the message first.',
    },
    afterHours: {
      name: 'After hours',
      help: 'Outside business hours the sender is told, and the message waits until you open.',
    },
    reviewedReplies: {
      name: 'Reviewed replies (QA)',
      help: 'One reply in ten, and every one to a complaint, is read by a reviewer before it goes out.',
    },
    greetedChat: {
      name: 'Chat with greeting and waiting messages',
      help: 'A chat is greeted once and told to wait until an agent takes it.',
    },
  },
  strategies: {
    acknowledgeThenQueue: {
      name: 'Acknowledge, then queue',
      help: 'Says that the message has arrived, and hands it on.',
    },
    overflowRoute: {
      name: 'Route with overflow',
      help: 'One group first, the next after a minute, then both; nobody in time: again, with more priority.',
    },
    businessHoursGate: { name: 'Business hours gate', help: 'During business hours one queue, outside them another.' },
    classifyAndSegment: {
      name: 'Classify and segment',
      help: 'A model finds the topic; complaints and bills go a way of their own.',
    },
    autoresponseThenStop: {
      name: 'Answer and stop',
      help: 'Answers from a standard response and is done; what a machine may not answer goes to people.',
    },
    serviceWithFallback: {
      name: 'Ask an external service',
      help: 'Goes on by the score a service gives; one that is away holds nobody up.',
    },
  },
  slots: {
    acknowledgement: 'Acknowledgement (standard response)',
    again: 'Queue to wait in again',
    answer: 'Answer (standard response)',
    calendar: 'Business hours',
    closed: 'Queue while closed',
    closedAnswer: 'Answer while closed (standard response)',
    first: 'First agent group',
    greeting: 'Greeting (standard response)',
    group: 'Agent group',
    model: 'Classification model',
    next: 'Queue that comes next',
    open: 'Queue while open',
    others: 'Queue for all others',
    outbound: 'Queue for what is sent',
    people: 'Queue for people',
    preferred: 'Queue for high scores',
    reviewers: 'Agent group of the reviewers',
    rule: 'Screening rule for what is unwanted',
    second: 'Second agent group',
    service: 'External service',
    special: 'Queue for complaints and bills',
    specialists: 'Agent group for complaints and bills',
    waiting: 'Waiting message (standard response)',
  },
} as const;

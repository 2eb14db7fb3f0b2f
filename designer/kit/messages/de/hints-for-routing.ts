/** German hints of settings of blocks for content, mail and routing, and of what is set up once, by the English ones. */
export const hintsForRouting: Readonly<Record<string, string>> = {
  'Higher goes first.': 'Höhere kommen zuerst.',
  'Variable that receives the id of the new interaction.': 'Variable, die die ID der neuen Interaktion aufnimmt.',
  "The body of an async JavaScript function over interaction, contact, data, vars, lastError, calls and log. It may return 'port' to leave by one of its exits; without a return it leaves by next.":
    "Der Rumpf einer asynchronen JavaScript-Funktion über interaction, contact, data, vars, lastError, calls und log. Sie kann mit return 'port' einen ihrer Ausgänge nehmen; ohne return geht es bei next weiter.",
  'Ports besides "next" that the script may return.': 'Ausgänge neben „next“, die das Skript nehmen darf.',
  'The rule whose pattern is applied.': 'Die Regel, deren Muster angewendet wird.',
  'Applies the pattern to this text, for example to attached data, instead of subject, body and headers.':
    'Wendet das Muster auf diesen Text an, etwa auf angehängte Daten, statt auf Betreff, Text und Kopfzeilen.',
  'Applied in this order; none: every enabled rule, by its own order.':
    'In dieser Reihenfolge angewendet; keine: jede eingeschaltete Regel, in ihrer eigenen Reihenfolge.',
  'first: ends at the first rule that matches; all: applies every rule.':
    'first: endet bei der ersten zutreffenden Regel; all: wendet jede Regel an.',
  'Applies only rules of this language, and those without one.':
    'Wendet nur Regeln dieser Sprache an, und solche ohne Sprache.',
  'Applies the patterns to this text instead of subject, body and headers.':
    'Wendet die Muster auf diesen Text an statt auf Betreff, Text und Kopfzeilen.',
  'The classification model, trained on labelled texts.':
    'Das Klassifikationsmodell, trainiert an einsortierten Texten.',
  'A category the model is less sure of does not count.':
    'Eine Kategorie, bei der das Modell weniger sicher ist, zählt nicht.',
  'How many categories are attached; the surest one decides.':
    'Wie viele Kategorien angehängt werden; die sicherste entscheidet.',
  'Classifies this text, for example attached data, instead of subject and body.':
    'Klassifiziert diesen Text, etwa angehängte Daten, statt Betreff und Text.',
  'The first one becomes the category of the interaction.': 'Die erste wird die Kategorie der Interaktion.',
  'The text, with its field codes filled in.': 'Der Text, mit ausgefüllten Feldcodes.',
  'The text when no standard response is used; field codes are filled in.':
    'Der Text, wenn keine Standardantwort verwendet wird; Feldcodes werden ausgefüllt.',
  'Values for custom field codes of the response, by name.': 'Werte für eigene Feldcodes der Antwort, nach Namen.',
  'Variable that receives the text.': 'Variable, die den Text aufnimmt.',
  'Key of attached data that receives the text.': 'Schlüssel der angehängten Daten, der den Text aufnimmt.',
  "Variable that receives the response's subject.": 'Variable, die den Betreff der Antwort aufnimmt.',
  'Where the new outbound interaction goes; its strategy sends it.':
    'Wohin die neue ausgehende Interaktion geht; die Strategie dort sendet sie.',
  'The address it is sent from; left out: the mailbox that received the message.':
    'Die Absenderadresse; ohne Angabe: das Postfach, das die Nachricht bekam.',
  'Addresses instead of the sender, separated by commas.': 'Adressen anstelle des Absenders, durch Kommas getrennt.',
  'Further addresses, separated by commas.': 'Weitere Adressen, durch Kommas getrennt.',
  "Left out: the response's own subject, or the subject of the message after Re:.":
    'Ohne Angabe: der Betreff der Antwort selbst, oder der der Nachricht nach Re:.',
  'Quotes the message below the answer.': 'Zitiert die Nachricht unter der Antwort.',
  'Addresses, separated by commas.': 'Adressen, durch Kommas getrennt.',
  'Addresses the others do not see, separated by commas.':
    'Adressen, die die anderen nicht sehen, durch Kommas getrennt.',
  'Left out: the mailbox that received the message.': 'Ohne Angabe: das Postfach, das die Nachricht bekam.',
  "Left out: the response's own subject.": 'Ohne Angabe: der Betreff der Antwort selbst.',
  'Where the new interaction goes; its strategy sends it.':
    'Wohin die neue Interaktion geht; die Strategie dort sendet sie.',
  "The new interaction is its child and its contact's; off: it stands by itself.":
    'Die neue Interaktion ist ihr und ihrem Kontakt zugeordnet; aus: sie steht für sich.',
  'Addresses it is forwarded to, separated by commas.': 'Adressen, an die weitergeleitet wird, durch Kommas getrennt.',
  'Left out: the subject of the message after Fwd:. A short reference is added to either.':
    'Ohne Angabe: der Betreff der Nachricht nach Fwd:. In beiden Fällen kommt ein kurzes Kennzeichen hinzu.',
  'Takes the files of the message along.': 'Nimmt die Dateien der Nachricht mit.',
  'Addresses it is passed on to, separated by commas.':
    'Adressen, an die sie weitergegeben wird, durch Kommas getrennt.',
  'The address it is sent from; left out: the mailbox the customer wrote to.':
    'Die Absenderadresse; ohne Angabe: das Postfach, an das der Kunde schrieb.',
  "Left out: the customer's own subject after Re:.": 'Ohne Angabe: der Betreff des Kunden nach Re:.',
  "Ends the customer's message too, where it still waits in a queue or a workbin.":
    'Schließt auch die Nachricht des Kunden ab, wo sie noch in einer Warteschlange oder einem Arbeitskorb wartet.',
  'A message, a notice that looks like one of the system, or an address for the page to offer.':
    'Eine Nachricht, ein Hinweis wie vom System, oder eine Adresse, die die Seite anbietet.',
  'Everybody, or agents and supervisors only.': 'Alle, oder nur Agenten und Supervisoren.',
  'Variable that receives the place in line; 1 is next.':
    'Variable, die den Platz in der Schlange aufnimmt; 1 ist der nächste.',
  'Variable that receives the minutes till an agent is expected.':
    'Variable, die die Minuten aufnimmt, bis ein Agent zu erwarten ist.',
  'Left out: the e-mail address of the contact.': 'Ohne Angabe: die E-Mail-Adresse des Kontakts.',
  'Left out: that of the chat.': 'Ohne Angabe: die des Chats.',
  'Stands before the transcript.': 'Steht vor dem Protokoll.',
  'Stands after the transcript.': 'Steht nach dem Protokoll.',
  'Phone number in the international form.': 'Telefonnummer in internationaler Form.',
  'Left out: the default reply address of the SMS server.': 'Ohne Angabe: die Standard-Antwortadresse des SMS-Servers.',
  'Who may get the interaction.': 'Wer die Interaktion bekommen darf.',
  'One agent.': 'Ein Agent.',
  'Whoever of the group is free.': 'Wer von der Gruppe frei ist.',
  'Whoever satisfies it, such as English >= 3 & Billing > 0.': 'Wer ihn erfüllt, etwa English >= 3 & Billing > 0.',
  'A variable that holds a target or a list of them, such as "Sales.GA" or { agentGroup: "Sales" }.':
    'Eine Variable, die ein Ziel oder eine Liste davon enthält, etwa "Sales.GA" oder { agentGroup: "Sales" }.',
  'The agent with the least or with the most of it; left out: the most for the time in ready state, else the least.':
    'Der Agent mit dem kleinsten oder dem größten Wert; ohne Angabe: der größte bei der Zeit im Zustand bereit, sonst der kleinste.',
  'How long to wait for an agent before leaving by "timeout".':
    'Wie lange auf einen Agenten gewartet wird, bevor es bei „timeout“ weitergeht.',
  "Who waits with a higher one is served first; left out: the interaction's own.":
    'Wer mit höherer wartet, kommt zuerst dran; ohne Angabe: die der Interaktion.',
  'Where the agent may put the interaction back.': 'Wohin der Agent die Interaktion zurückstellen darf.',
  "Where the agent's reply and other new interactions go; the first one is the default.":
    'Wohin die Antwort des Agenten und andere neue Interaktionen gehen; die erste ist der Standard.',
  'Off: when the time is over, these targets stay in the game while the next routing block waits for its own. Left out: on.':
    'Aus: ist die Zeit um, bleiben diese Ziele im Spiel, während der nächste Routing-Block auf seine eigenen wartet. Ohne Angabe: an.',
  'Each with its share; shares need not add up to 100, they count against each other.':
    'Jedes mit seinem Anteil; die Anteile müssen nicht 100 ergeben, sie zählen gegeneinander.',
  'The targets that are compared; of equals the first one.':
    'Die Ziele, die verglichen werden; bei Gleichstand das erste.',
  'The target with the least or with the most of it; left out: what is better for the customer.':
    'Das Ziel mit dem kleinsten oder dem größten Wert; ohne Angabe: was für den Kunden besser ist.',
  'From the best to the widest, such as English >= 8, English >= 5, English >= 1.':
    'Vom besten zum weitesten, etwa English >= 8, English >= 5, English >= 1.',
  'So many of hundred interactions are to reach an agent in time.':
    'So viele von hundert Interaktionen sollen rechtzeitig einen Agenten erreichen.',
  'The time in which they are to reach one.': 'Die Zeit, in der sie einen erreichen sollen.',
  'Of equals the first one.': 'Bei Gleichstand die erste.',
  'interactions: where the fewest wait; oldest: where the longest wait is shortest.':
    'interactions: wo die wenigsten warten; oldest: wo die längste Wartezeit am kürzesten ist.',
  'Variable that receives the name of the queue.': 'Variable, die den Namen der Warteschlange aufnimmt.',
  'The rule that is followed, as it is when the interaction gets here.':
    'Die Regel, nach der gegangen wird, wie sie ist, wenn die Interaktion hier ankommt.',
  'Tried in this order: the first one with somebody logged in gets it.':
    'In dieser Reihenfolge versucht: das erste, bei dem jemand angemeldet ist, bekommt sie.',
  'Left out: the error queue of the business process, where a person sees it with the reason.':
    'Ohne Angabe: die Fehlerwarteschlange des Geschäftsprozesses, wo ein Mensch sie mit dem Grund sieht.',
  'Where the interaction goes.': 'Wohin die Interaktion geht.',
  'The priority of the interaction from now on; left out: unchanged.':
    'Die Priorität der Interaktion von jetzt an; ohne Angabe: unverändert.',
  'Views leave it in the queue until then, unless they say otherwise; left out: due at once.':
    'Ansichten lassen sie bis dahin in der Warteschlange, wenn sie nichts anderes sagen; ohne Angabe: sofort fällig.',
  'The same, counted from now; Due at goes before it.': 'Dasselbe, von jetzt an gezählt; „Fällig um“ geht vor.',
  'Which workbin the interaction goes to.': 'In welchen Arbeitskorb die Interaktion geht.',
  'Whose: the user name of an agent, or the name of a group or place, as the workbin asks for. Left out: the agent who last had the interaction or its thread.':
    'Wessen: der Benutzername eines Agenten oder der Name einer Gruppe oder eines Platzes, wie der Arbeitskorb es verlangt. Ohne Angabe: der Agent, der die Interaktion oder ihre Konversation zuletzt hatte.',
  'Queues into which whoever pulls the interaction may put it.':
    'Warteschlangen, in die stellen darf, wer die Interaktion herausholt.',
  'Queues for what is made out of it, such as replies.': 'Warteschlangen für das, was daraus entsteht, etwa Antworten.',
  'Why it is over; shown in the history and in reports.': 'Warum sie zu Ende ist; steht im Verlauf und in Berichten.',
  'Of several free agents, who gets it; left out: the one free longest.':
    'Wer von mehreren freien Agenten sie bekommt; ohne Angabe: der am längsten freie.',
  'The least or the most of it; left out: what is better.':
    'Der kleinste oder der größte Wert; ohne Angabe: was besser ist.',
  'Each with its share; they count against each other.': 'Jedes mit seinem Anteil; sie zählen gegeneinander.',
  'From the best to the widest.': 'Vom besten zum weitesten.',
  'A user of the database that may do no more than strategies should':
    'Ein Benutzer der Datenbank, der nicht mehr darf, als Strategien sollen',
  'The secret that is the password of the user': 'Das Geheimnis, das das Kennwort des Benutzers ist',
  'Verify asks for a certificate that fits the server; unverified takes any':
    'verify verlangt ein Zertifikat, das zum Server passt; unverified nimmt jedes',
  'Trusted besides the well-known ones': 'Denen zusätzlich zu den bekannten vertraut wird',
  'Lets blocks that ask for it change the database; otherwise all of them can only read':
    'Lässt Blöcke, die es verlangen, die Datenbank ändern; sonst können alle nur lesen',
  'A secret that requests carry': 'Ein Geheimnis, das Anfragen mitführen',
  'As bearer token, as password of a user (basic), or in a header of its own':
    'Als Bearer-Token, als Kennwort eines Benutzers (basic) oder in einer eigenen Kopfzeile',
  'The user for basic, the name of the header for header': 'Der Benutzer bei basic, der Name der Kopfzeile bei header',
  'Only for a service that may be asked the same twice':
    'Nur für einen Dienst, der dasselbe zweimal gefragt werden darf',
  '465 for TLS, 587 for STARTTLS, 25 for neither': '465 für TLS, 587 für STARTTLS, 25 für keines von beiden',
  'Leave empty where the server wants no log-in': 'Leer lassen, wo der Server keine Anmeldung will',
  'Trusted besides the well-known ones; needed for a server with a certificate of its own':
    'Denen zusätzlich zu den bekannten vertraut wird; nötig bei einem Server mit eigenem Zertifikat',
  'Takes any certificate, and logs in without TLS where Security is none':
    'Nimmt jedes Zertifikat, und meldet sich ohne TLS an, wo Sicherheit auf Keine steht',
  'With TLS 993 for IMAP, 995 for POP3': 'Mit TLS 993 für IMAP, 995 für POP3',
  'IMAP only': 'Nur IMAP',
  'Where the mail enters the business process': 'Wo die Mail in den Geschäftsprozess eintritt',
  'The address whose mail this is': 'Die Adresse, um deren Mail es geht',
  'With IMAP new mail is also taken as soon as the server tells of it':
    'Bei IMAP wird neue Mail auch geholt, sobald der Server sie meldet',
  'Mark as read (POP3: leave there), delete, or move to another folder':
    'Als gelesen markieren (POP3: dort lassen), löschen oder in einen anderen Ordner verschieben',
  'Of several free agents, who gets it; left out: the one free longest. time-in-ready-state: How long the agent has been free. agent-loading: How much of the capacity of all media is taken. agent-loading-media: How many interactions of this media type the agent has. agent-occupancy: Share of the last hour in which the agent handled something. interactions-handled: How many interactions the agent got in the last hour.':
    'Wer von mehreren freien Agenten sie bekommt; ohne Angabe: der am längsten freie. time-in-ready-state: Wie lange der Agent schon frei ist. agent-loading: Wie viel der Kapazität aller Medien belegt ist. agent-loading-media: Wie viele Interaktionen dieses Medientyps der Agent hat. agent-occupancy: Anteil der letzten Stunde, in dem der Agent etwas bearbeitet hat. interactions-handled: Wie viele Interaktionen der Agent in der letzten Stunde bekam.',
  'agents-ready: Agents of it who could take one more now. agents-logged-in: Agents of it who are logged in for the media type. interactions-waiting: Interactions that wait for it. agents-loading: Share of the capacity of its agents that is taken.':
    'agents-ready: Agenten des Ziels, die jetzt noch eine nehmen könnten. agents-logged-in: Agenten des Ziels, die für den Medientyp angemeldet sind. interactions-waiting: Interaktionen, die auf das Ziel warten. agents-loading: Anteil der Kapazität seiner Agenten, der belegt ist.',
};

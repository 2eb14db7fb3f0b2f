/** German hints of settings of blocks for flow, segmentation and data, by the English ones. */
export const hintsForData: Readonly<Record<string, string>> = {
  'Variables of the strategy; "in" and "out" are the parameters of a subroutine.':
    'Variablen der Strategie; „in“ und „out“ sind die Parameter einer Subroutine.',
  'The subroutine to run.': 'Die Subroutine, die laufen soll.',
  'Values for its in variables, by name.': 'Werte für ihre Eingabevariablen, nach Namen.',
  'For its out variables, by name, the variable of this strategy that receives the value.':
    'Zu jeder ihrer Ausgabevariablen, nach Namen, die Variable dieser Strategie, die den Wert aufnimmt.',
  'The strategy of this business process that goes on.':
    'Die Strategie dieses Geschäftsprozesses, in der es weitergeht.',
  'How long to wait.': 'Wie lange gewartet wird.',
  'Date and time with its zone, such as 2027-01-04T08:00:00+01:00; one that has passed does not wait.':
    'Datum und Uhrzeit mit Zone, etwa 2027-01-04T08:00:00+01:00; ein vergangener Zeitpunkt wartet nicht.',
  'Rules over interaction, contact, data, vars and lastError, or a JavaScript expression.':
    'Regeln über interaction, contact, data, vars und lastError, oder ein JavaScript-Ausdruck.',
  'Tried in order; the first that holds is taken.': 'Der Reihe nach geprüft; das erste zutreffende wird genommen.',
  'Name of the exit.': 'Name des Ausgangs.',
  'The key of attached data that holds it, such as CustomerSegment or ServiceType.':
    'Der Schlüssel der angehängten Daten, der es enthält, etwa CustomerSegment oder ServiceType.',
  'Values that lead to this port; upper and lower case are the same.':
    'Werte, die zu diesem Ausgang führen; Groß- und Kleinschreibung zählt nicht.',
  'A category that is less relevant does not count.': 'Eine weniger relevante Kategorie zählt nicht.',
  'The segment that names the category, or the nearest one above it in the tree, is taken.':
    'Genommen wird das Segment, das die Kategorie nennt, oder das nächste über ihr im Baum.',
  'Categories that lead to this port, each with all below it in the tree: Sales has Sales/Offer in it.':
    'Kategorien, die zu diesem Ausgang führen, jede mit allem unter ihr im Baum: Sales umfasst Sales/Offer.',
  'Media types that lead to this port, such as email, chat or sms.':
    'Medientypen, die zu diesem Ausgang führen, etwa email, chat oder sms.',
  'Codes of languages that lead to this port, such as de; de stands for de-AT too.':
    'Sprachkürzel, die zu diesem Ausgang führen, etwa de; de steht auch für de-AT.',
  'Attached data that holds the language. Where it is empty, the language is told from subject and text and kept there.':
    'Angehängte Daten mit der Sprache. Sind sie leer, wird die Sprache an Betreff und Text erkannt und dort abgelegt.',
  'First day: 2027-12-24, or 12-24 for every year.': 'Erster Tag: 2027-12-24, oder 12-24 für jedes Jahr.',
  'Last day, in the same form; it belongs to the segment.': 'Letzter Tag in derselben Form; er gehört zum Segment.',
  'Whose clock and calendar count, such as Europe/Berlin; summer time is followed.':
    'Wessen Uhr und Kalender zählen, etwa Europe/Berlin; die Sommerzeit wird beachtet.',
  'Left out: now. An expression such as interaction.receivedAt looks at when the message came.':
    'Ohne Angabe: jetzt. Ein Ausdruck wie interaction.receivedAt betrachtet, wann die Nachricht kam.',
  'Days that lead to this port.': 'Tage, die zu diesem Ausgang führen.',
  'Such as 08:00; it belongs to the segment.': 'Etwa 08:00; gehört zum Segment.',
  'Such as 17:00; it does not. Earlier than From: over midnight.':
    'Etwa 17:00; gehört nicht dazu. Früher als Von: über Mitternacht.',
  'The calendar to ask; calendars are kept under Knowledge.':
    'Der Kalender, der gefragt wird; Kalender liegen unter Wissen.',
  'Variables that receive a part of the answer, each with the path of that part, such as opensAt.':
    'Variablen, die einen Teil der Antwort aufnehmen, jede mit dem Pfad dieses Teils, etwa opensAt.',
  'Keys of attached data that receive a part of the answer, each with its path, such as opensAt.':
    'Schlüssel der angehängten Daten, die einen Teil der Antwort aufnehmen, jeder mit seinem Pfad, etwa opensAt.',
  'Codes of errors, such as http/timeout; http/* stands for all of a kind.':
    'Fehlercodes, etwa http/timeout; http/* steht für alle einer Art.',
  'Carried out in order; a later row sees what an earlier one assigned.':
    'Der Reihe nach ausgeführt; eine spätere Zeile sieht, was eine frühere zugewiesen hat.',
  'A value, or an expression.': 'Ein Wert oder ein Ausdruck.',
  'Keys of attached data and their values.': 'Schlüssel der angehängten Daten und ihre Werte.',
  'Carried out in order; a later one sees what an earlier one yielded.':
    'Der Reihe nach ausgeführt; ein späterer sieht, was ein früherer ergeben hat.',
  'A function of the library; the reference says what each takes and yields.':
    'Eine Funktion der Bibliothek; die Referenz sagt, was jede nimmt und ergibt.',
  'Values for its arguments, by name.': 'Werte für ihre Argumente, nach Namen.',
  'The variable that receives what it yields.': 'Die Variable, die das Ergebnis aufnimmt.',
  'A macro of this process.': 'Ein Makro dieses Prozesses.',
  'Values for its parameters, by name.': 'Werte für seine Parameter, nach Namen.',
  'The variable that receives its value.': 'Die Variable, die seinen Wert aufnimmt.',
  'The list to look in; lists are kept under Knowledge.':
    'Die Liste, in der nachgeschlagen wird; Listen liegen unter Wissen.',
  'What is looked for, such as a postcode.': 'Wonach gesucht wird, etwa eine Postleitzahl.',
  'Takes upper and lower case for the same.': 'Groß- und Kleinbuchstaben gelten als gleich.',
  'Variables that receive a part of the answer, each with the path of that part, such as values.value.':
    'Variablen, die einen Teil der Antwort aufnehmen, jede mit dem Pfad dieses Teils, etwa values.value.',
  'Keys of attached data that receive a part of the answer, each with its path, such as values.value.':
    'Schlüssel der angehängten Daten, die einen Teil der Antwort aufnehmen, jeder mit seinem Pfad, etwa values.value.',
  'GET and HEAD read, PUT and DELETE may be repeated, POST and PATCH are never repeated.':
    'GET und HEAD lesen, PUT und DELETE dürfen wiederholt werden, POST und PATCH werden nie wiederholt.',
  'Address of the service, without user and password. Parts that come from customers go into the query.':
    'Adresse des Dienstes, ohne Benutzer und Kennwort. Was von Kunden kommt, gehört in die Abfrageparameter.',
  'Parameters after the question mark, encoded as they must be.':
    'Parameter nach dem Fragezeichen, kodiert, wie es sein muss.',
  'Further headers of the request.': 'Weitere Kopfzeilen der Anfrage.',
  'Text is sent as it is; an expression that yields an object or a list is sent as JSON.':
    'Text wird gesendet, wie er ist; ergibt ein Ausdruck ein Objekt oder eine Liste, wird JSON gesendet.',
  'A secret under Settings that the request carries; it only goes to hosts that the secret names.':
    'Ein Geheimnis aus den Einstellungen, das die Anfrage mitführt; es geht nur an Hosts, die das Geheimnis nennt.',
  'As bearer token, as password of a user (basic), or in a header of its own.':
    'Als Bearer-Token, als Kennwort eines Benutzers (basic) oder in einer eigenen Kopfzeile.',
  'The user for basic, the name of the header for header.':
    'Der Benutzer bei basic, der Name der Kopfzeile bei header.',
  'How long the answer may take, for each try.': 'Wie lange die Antwort dauern darf, bei jedem Versuch.',
  'How often it is tried again when the service is away or overloaded; never for POST and PATCH.':
    'Wie oft es wiederholt wird, wenn der Dienst weg oder überlastet ist; nie bei POST und PATCH.',
  'Besides 200 to 299; 404 where "not there" is an answer.':
    'Außer 200 bis 299; 404, wo „gibt es nicht“ eine Antwort ist.',
  'Variables that receive a part of the answer, each with the path of that part, such as body.customer.name.':
    'Variablen, die einen Teil der Antwort aufnehmen, jede mit dem Pfad dieses Teils, etwa body.customer.name.',
  'Keys of attached data that receive a part of the answer, each with its path, such as body.customer.name.':
    'Schlüssel der angehängten Daten, die einen Teil der Antwort aufnehmen, jeder mit seinem Pfad, etwa body.customer.name.',
  'The database to ask; data sources are kept under Settings.':
    'Die Datenbank, die gefragt wird; Datenquellen liegen in den Einstellungen.',
  'One statement. $1, $2 and so on stand for the values below, so that no text of a customer becomes SQL.':
    'Eine Anweisung. $1, $2 und so weiter stehen für die Werte unten, damit kein Text eines Kunden zu SQL wird.',
  'The first is $1, the second $2.': 'Der erste ist $1, der zweite $2.',
  'Rows that are taken; the answer says in "more" whether there were others.':
    'Zeilen, die genommen werden; die Antwort sagt unter „more“, ob es weitere gab.',
  'How long the database may take.': 'Wie lange die Datenbank brauchen darf.',
  'Otherwise the statement can only read. The data source must allow it too; it is never tried twice.':
    'Sonst kann die Anweisung nur lesen. Auch die Datenquelle muss es erlauben; sie wird nie zweimal versucht.',
  'Variables that receive a part of the answer, each with the path of that part, such as rows[0].name.':
    'Variablen, die einen Teil der Antwort aufnehmen, jede mit dem Pfad dieses Teils, etwa rows[0].name.',
  'Keys of attached data that receive a part of the answer, each with its path, such as rows[0].name.':
    'Schlüssel der angehängten Daten, die einen Teil der Antwort aufnehmen, jeder mit seinem Pfad, etwa rows[0].name.',
  'The service to ask; external services are kept under Settings.':
    'Der Dienst, der gefragt wird; externe Dienste liegen in den Einstellungen.',
  'What it is asked for.': 'Wonach er gefragt wird.',
  'Values the method takes, by name.': 'Werte, die die Methode nimmt, nach Namen.',
  'The service sees the attached data of the interaction too.':
    'Der Dienst sieht auch die angehängten Daten der Interaktion.',
  'How long it may take; left out: as the service is set up.':
    'Wie lange es dauern darf; ohne Angabe: wie der Dienst eingerichtet ist.',
  'Variables that receive a part of the answer, each with the path of that part, such as parameters.Score.':
    'Variablen, die einen Teil der Antwort aufnehmen, jede mit dem Pfad dieses Teils, etwa parameters.Score.',
  'Keys of attached data that receive a part of the answer, each with its path, such as parameters.Score.':
    'Schlüssel der angehängten Daten, die einen Teil der Antwort aufnehmen, jeder mit seinem Pfad, etwa parameters.Score.',
  'When nothing at all is given: the address of the sender.':
    'Wenn gar nichts angegeben ist: die Adresse des Absenders.',
  'Looks for a contact with this number.': 'Sucht einen Kontakt mit dieser Nummer.',
  'Counts together with the last name.': 'Zählt zusammen mit dem Nachnamen.',
  'Counts together with the first name.': 'Zählt zusammen mit dem Vornamen.',
  'Searchable attributes of your own, by their exact names, such as CustomerId.':
    'Suchbare eigene Attribute mit ihren genauen Namen, etwa CustomerId.',
  'Mr, Ms, Dr and the like; narrows what was found.': 'Herr, Frau, Dr. und dergleichen; grenzt das Gefundene ein.',
  'Makes a contact of these attributes when there is none; needs an address, a phone number or a name.':
    'Legt einen Kontakt mit diesen Attributen an, wenn es keinen gibt; braucht eine Adresse, eine Telefonnummer oder einen Namen.',
  'The interaction becomes one of the contact that was found.':
    'Die Interaktion wird dem gefundenen Kontakt zugeordnet.',
  'Variable that receives the id of the contact.': 'Variable, die die ID des Kontakts aufnimmt.',
  'Variable that receives the list of ids when there are many.':
    'Variable, die die Liste der IDs aufnimmt, wenn es viele sind.',
  'Variable that receives how many there are.': 'Variable, die aufnimmt, wie viele es sind.',
  'Variable that receives whether the contact is new.': 'Variable, die aufnimmt, ob der Kontakt neu ist.',
  'Id of the contact; left out: the contact of the interaction.':
    'ID des Kontakts; ohne Angabe: der Kontakt der Interaktion.',
  'Mr, Ms, Dr and the like; left out: as it was.': 'Herr, Frau, Dr. und dergleichen; ohne Angabe: wie bisher.',
  'Left out: as it was.': 'Ohne Angabe: wie bisher.',
  'Added to those the contact has, unless another contact has it.':
    'Kommt zu denen des Kontakts hinzu, außer ein anderer Kontakt hat sie.',
  'Further attributes by name; null removes one.': 'Weitere Attribute nach Namen; null entfernt eines.',
  'and: every rule must hold; or: one of them.': 'and: jede Regel muss gelten; or: eine davon.',
  'What the interactions must be like.': 'Wie die Interaktionen sein müssen.',
  'Such as contactId, queue or data.OrderNumber.': 'Etwa contactId, queue oder data.OrderNumber.',
  'Leaves out interactions that are stopped.': 'Lässt gestoppte Interaktionen weg.',
  'A property, then asc or desc; the first one counts most.':
    'Eine Eigenschaft, dann asc oder desc; die erste zählt am meisten.',
  'How many are given; the first of the order.': 'Wie viele geliefert werden; die ersten der Reihenfolge.',
  'What the list holds of each beside id and state.': 'Was die Liste von jeder neben id und state enthält.',
  'Variable that receives the list.': 'Variable, die die Liste aufnimmt.',
  'Variable that receives whether there are more than asked for.':
    'Variable, die aufnimmt, ob es mehr gibt als verlangt.',
  'The parent, the children, the others of the thread, or those of the ids below.':
    'Die übergeordnete, die untergeordneten, die anderen der Konversation oder die der IDs unten.',
  'One id, or an expression that yields a list of them.': 'Eine ID, oder ein Ausdruck, der eine Liste davon ergibt.',
  'Attached data to write, by key.': 'Angehängte Daten, die geschrieben werden, nach Schlüssel.',
  'Keys of attached data to delete.': 'Schlüssel der angehängten Daten, die gelöscht werden.',
  'Variable that receives the list of ids that were changed.': 'Variable, die die Liste der geänderten IDs aufnimmt.',
  'Variable that receives the list of { id, reason }.': 'Variable, die die Liste aus { id, reason } aufnimmt.',
  'What kind of interaction it is, such as workitem or email.':
    'Was für eine Interaktion es ist, etwa workitem oder email.',
  'Where it comes from: a customer, us, or one of us to another.':
    'Woher sie kommt: von einem Kunden, von uns, oder von einem von uns an einen anderen.',
  'What views and strategies tell it by.': 'Woran Ansichten und Strategien sie erkennen.',
  'What agents read first.': 'Was Agenten zuerst lesen.',
  'The body of the interaction.': 'Der Text der Interaktion.',
  'It becomes a child of this interaction, in its thread and of its contact.':
    'Sie wird dieser Interaktion untergeordnet, in deren Konversation und bei deren Kontakt.',
  'Attached to the new interaction, by key.': 'An die neue Interaktion angehängt, nach Schlüssel.',
  'Variable that receives the id of the record.': 'Variable, die die ID des Eintrags aufnimmt.',
  'Where the new interaction begins.': 'Wo die neue Interaktion beginnt.',
  'Takes what is attached to this interaction along, headers of its mail left out.':
    'Nimmt mit, was an diese Interaktion angehängt ist, ohne die Kopfzeilen ihrer Mail.',
};

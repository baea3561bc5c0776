/** General terms of the demo companies, in the length and manner of real ones. Not legal advice. */
export const alpinaTerms = `1. Übergabe und Rückgabe. Die Vermieterin übergibt das Fahrzeug in betriebssicherem, gereinigtem Zustand. Die Mieterin oder der Mieter bringt es zur vereinbarten Zeit an den vereinbarten Ort zurück, mit allen Schlüsseln, Papieren und dem Zubehör. Eine Verlängerung ist vor Ablauf der Mietdauer zu vereinbaren.

2. Berechtigte Lenkerinnen und Lenker. Das Fahrzeug dürfen nur die im Vertrag genannten Personen führen. Sie müssen im Besitz eines gültigen Führerausweises der nötigen Kategorie sein und das Mindestalter der Fahrzeugkategorie erreicht haben.

3. Gebrauch. Verboten sind Rennen und Lernfahrten, die entgeltliche Beförderung von Personen, das Abschleppen, die Weitervermietung sowie Fahrten unter dem Einfluss von Alkohol, Drogen oder Medikamenten. Fahrten ins Ausland sind vor Antritt zu melden. Im Fahrzeug wird nicht geraucht.

4. Preis und Zahlung. Die Preise verstehen sich in Schweizer Franken einschliesslich Mehrwertsteuer. Kilometer über das vereinbarte Mass, fehlender Treibstoff und verspätete Rückgabe werden zum ausgewiesenen Ansatz verrechnet. Rechnungen sind innert 30 Tagen zu bezahlen.

5. Kaution. Die Kaution sichert alle Ansprüche aus diesem Vertrag. Sie wird nach der Rückgabe und der Schlusskontrolle freigegeben, soweit keine Ansprüche bestehen.

6. Unfall, Panne, Diebstahl. Jeder Schaden ist sofort zu melden, ein Unfall, Diebstahl oder Wildschaden auch der Polizei. Ansprüche Dritter dürfen nicht anerkannt werden. Reparaturen über CHF 200 brauchen die Zustimmung der Vermieterin.

7. Haftung. Für Schäden am Fahrzeug haftet die Mieterin oder der Mieter bis zum vereinbarten Selbstbehalt je Schadenfall. Bei grober Fahrlässigkeit, bei Verletzung von Ziffer 2 oder 3 und bei Bedienungsfehlern wie falschem Treibstoff entfällt die Begrenzung. Schadenersatz unterliegt nicht der Mehrwertsteuer.

8. Bussen und Gebühren. Bussen, Strassengebühren und Parkgebühren während der Mietdauer gehen zulasten der Mieterin oder des Mieters. Die Vermieterin gibt den Behörden auf Verlangen Name und Adresse bekannt.

9. Datenschutz. Die Vermieterin bearbeitet die Angaben nur für die Abwicklung der Miete und die gesetzlichen Pflichten. Geburtsdatum und Ausweisangaben werden sechs Monate nach der Rückgabe unkenntlich gemacht. Auskunft und Herausgabe sind kostenlos.

10. Gerichtsstand und Recht. Es gilt schweizerisches Recht. Gerichtsstand ist der Sitz der Vermieterin, soweit das Gesetz nichts anderes zwingend vorsieht.`;

export const lagoTerms = `1. Consegna e riconsegna. La noleggiatrice consegna il veicolo pulito e in stato di sicurezza. Il cliente lo riporta all'ora e nel luogo convenuti, con tutte le chiavi, i documenti e gli accessori.

2. Conducenti autorizzati. Possono guidare soltanto le persone indicate nel contratto, titolari di una licenza di condurre valida della categoria richiesta.

3. Prezzo e pagamento. I prezzi sono in franchi svizzeri, IVA inclusa. I chilometri oltre la misura convenuta, il carburante mancante e la riconsegna tardiva sono fatturati alla tariffa indicata.

4. Danni. Ogni danno va annunciato subito, un incidente o un furto anche alla polizia. Il cliente risponde fino alla franchigia convenuta per ogni caso.

5. Foro e diritto. Si applica il diritto svizzero. Il foro è la sede della noleggiatrice, salvo disposizioni imperative della legge.`;

/**
 * What the package of December 2020 does not know. The source of all of it is the official directory of towns of swisstopo
 * ("Amtliches Ortschaftenverzeichnis", free to use when it is named), as of April 2026, compared line by line.
 */

/**
 * `postcode cantons town`: a town that is missing there, or one whose cantons differ. Several cantons are in the order of
 * the addresses in each (a town's area does not end where its canton does).
 */
export const directoryLines = `
1030 VD Bussigny
1085 VD+FR Vulliens
1273 VD Arzier-Le Muids
1290 GE+VD Versoix
1299 VD Crans
1341 VD L'Orient
1345 VD Le Séchey
1485 FR+VD Nuvilly
1525 VD+FR Seigneux
1534 VD+FR Sassel
1562 VD+FR Corcelles-près-Payerne
1564 FR+VD Domdidier
1580 VD+FR Avenches
1580 VD+FR Oleyres
1580 VD Donatyre
1595 FR Clavaleyres
1657 BE+FR Abländschen
1721 FR+VD Misery
1726 FR Farvagny-le-Grand
1727 FR Corpataux
1738 BE+FR Sangernboden
1774 FR+VD Cousset
1787 FR+VD Mur (Vully)
1808 VD+FR Les Monts-de-Corsier
1932 VS Bovernier
1945 VS Les Moulins VS (Liddes)
1947 VS Champsec
1955 VS Mayens-de-Chamoson
1969 VS Eison (St-Martin)
1983 VS Lanna
1985 VS Villa (Evolène)
2028 NE+VD Vaumarcus
2108 NE+VD Couvet
2333 BE+JU La Ferrière
2345 JU+BE Les Breuleux
2345 JU+BE Le Cerneux-Veusil
2345 JU Le Peuchapatte
2518 BE+NE Nods
2520 BE+NE La Neuveville
2523 NE+BE Lignières
2525 NE+BE Le Landeron
2532 BE Magglingen/Macolin
2616 BE+NE Renan
2740 JU+BE Moutier
2747 BE+SO Seehof
2748 BE+JU Les Ecorcheresses
2814 BL+JU+SO Roggenburg
2827 BE+SO Schelten
3179 BE+FR Kriechenwil
3205 BE+FR Gümmenen
3207 BE+FR Wileroltigen
3207 BE+FR Golaten
3210 FR+BE Kerzers
3236 BE+FR+NE Gampelen
3254 SO+BE Messen
3365 BE+SO Grasswil
3555 BE+LU Trubschachen
3801 VS+BE Jungfraujoch
3961 VS Grimentz
3961 VS Mission
3963 VS Crans
4031 BS Basel
4052 BS+BL Basel
4053 BS+BL Basel
4105 BL+SO Biel-Benken
4229 SO+BL Beinwil
4245 SO+BL Kleinlützel
4252 SO+BL Bärschwil
4253 BL+SO Liesberg
4303 AG+BL Kaiseraugst
4304 BL+AG Giebenach
4305 AG+BL Olsberg
4316 AG+BL Hellikon
4412 SO+BL Nuglar
4418 BL+SO Reigoldswil
4438 BL+SO Langenbruck
4465 BL+AG Hemmiken
4556 SO+BE Burgäschi
4573 SO+BE Lohn-Ammannsegg
4600 SO+AG Olten
4634 SO+BL Wisen
4656 SO+AG Starrkirch-Wil
4663 AG+SO Aarburg
4716 SO+BE Gänsbrunnen
4719 SO+BL Ramiswil
4914 BE+AG Roggwil
4915 LU+AG St. Urban
4952 BE+LU Eriswil
4955 BE+LU Gondiswil
5017 AG+SO Barmelweid
5225 AG Bözberg
5462 AG+ZH Siglistorf
5642 AG+ZG Mühlau
6010 LU+NW Kriens
6010 OW Pilatus Kulm
6013 LU+NW Eigenthal
6034 LU+AG Inwil
6039 LU Root D4
6052 NW+LU Hergiswil
6146 LU+BE Grossdietwil
6147 LU+BE Altbüron
6174 LU+OW Sörenberg
6197 BE+LU Schangnau
6264 LU+AG Pfaffnau
6275 LU+AG Ballwil
6277 LU+AG Kleinwangen
6315 ZG+SZ Morgarten
6318 ZG+SZ Walchwil
6340 ZH+ZG Sihlbrugg
6356 LU+SZ Rigi Kaltbad
6365 NW+LU Kehrsiten
6377 UR+NW Seelisberg
6388 NW+OW Grafenort
6390 OW+NW+UR Engelberg
6417 SZ+ZG Sattel
6418 SZ+ZG Rothenthurm
6436 SZ+UR Muotathal
6436 SZ+UR Bisisthal
6452 UR+SZ Sisikon
6452 SZ+UR Riemenstalden
6533 TI+GR Lumino
6548 GR Augio
6548 GR Sta. Domenica
6661 TI Mosogno
6661 TI Russo
6661 TI Comologno
6661 TI Spruga
6661 TI Crana
6661 TI Vergeletto
6661 TI Gresso
6717 TI Dangio
6981 TI Beride di Bedigliora
6998 TI Monteggio
7062 GR Passugg
7134 GR Obersaxen
7222 GR Lunden
7313 SG+GR St. Margrethenberg
7315 SG+GR Vättis
7447 GR Avers
7522 GR La Punt Chamues-ch
7526 GR Chapella
8354 ZH Dickbuch
8355 TG+ZH Aadorf
8363 TG+ZH Bichelsee
8376 TG+SG Fischingen
8376 TG+SG Au
8418 ZH Schlatt
8472 ZH Unterohringen
8472 ZH Oberohringen
8476 ZH+TG Unterstammheim
8495 ZH+TG Schmidrüti
8496 ZH+SG Steg im Tösstal
8499 ZH+TG Sternenberg
8500 TG+ZH Gerlikon
8525 TG+ZH Wilen b. Neunforn
8580 TG+SG Hagenwil b. Amriswil
8630 ZH+SG Rüti
8633 ZH+SG Wolfhausen
8636 ZH+SG Wald
8637 ZH+SG Laupen
8714 ZH+SG Feldbach
8730 SG+SZ Uznach
8750 GL+SZ Klöntal
8833 ZH+SZ Samstagern
8836 SZ+ZG Bennau
8863 SZ+SG Buttikon
8866 GL+SG Ziegelbrücke
8872 SG+GL Weesen
8953 ZH+AG Dietikon
9012 SG+AR St. Gallen
9014 SG+AR St. Gallen
9034 SG+AR Eggersriet
9035 AR+SG Grub
9036 SG+AR Grub
9037 AR+SG Speicherschwendi
9042 AR+SG Speicher
9052 AR+AI Niederteufen
9053 AR+AI Teufen
9055 AR+AI Bühler
9056 AR+AI Gais
9058 AI+SG Brülisau
9100 AR+SG Herisau
9103 AR+SG Schwellbrunn
9105 SG+AR Schönengrund
9107 AR+SG+AI Urnäsch
9108 AI+AR Gonten
9113 SG+AR Degersheim
9200 SG+AR Gossau
9213 TG+SG Hauptwil
9220 TG+SG Bischofszell
9223 TG+SG Schweizersholz
9306 TG+SG Freidorf
9308 SG+TG Lömmenschwil
9313 SG+TG Muolen
9315 TG+SG Winden
9326 TG+SG Horn
9405 AR+SG Wienacht-Tobel
9411 AR+SG Reute
9411 AR Schachen b. Reute
9413 AI+AR Oberegg
9425 SG+AR Thal
9426 AR+SG Lutzenberg
9427 AR+AI Wolfhalden
9428 AR+AI+SG Walzenhausen
9437 SG+AR Marbach
9442 SG+AI Berneck
9442 AI+SG Büriswilen
9450 SG+AR Altstätten
9450 SG+AI Lüchingen
9467 SG+AI Frümsen
9485 LI Nendeln
9486 LI Schaanwald
9487 LI Gamprin-Bendern
9488 LI Schellenberg
9490 LI Vaduz
9491 LI Ruggell
9492 LI Eschen
9493 LI Mauren
9494 LI Schaan
9495 LI Triesen
9496 LI Balzers
9497 LI Triesenberg
9498 LI Planken
9500 SG+TG Wil
9514 TG+SG Wuppenau
9515 TG+SG Hosenruck
9532 TG+SG Rickenbach b. Wil
9536 SG+TG Schwarzenbach
9543 TG+SG St. Margarethen
`;

/** Postcodes that were dissolved since: their towns have another one. */
export const dissolvedPostcodes: readonly string[] = [
  '1582', // Donatyre: 1580
  '5224', // Unterbözberg, Linn, Gallenkirch: 5225
  '6547', // Augio: 6548
  '6611', // Mosogno, Crana, Gresso: 6661
  '6662', // Russo: 6661
  '6663', // Comologno, Spruga: 6661
  '6664', // Vergeletto: 6661
  '7133', // Obersaxen Affeier: 7134
  '7135', // Obersaxen Giraniga: 7134
  '7136', // Obersaxen Friggahüs: 7134
  '7446', // Campsut-Cröt: 7447
  '9414', // Schachen b. Reute: 9411
];

/** Towns that went to another canton: the table above has where they are now. */
export const movedTowns = [
  {
    postcode: '1595',
    town: 'Clavaleyres',
    on: '2022-01-01', // to Murten: votes of 9 February 2020, approved by the Federal Assembly in December 2020
    from: 'BE',
    to: 'FR',
  },
  {
    postcode: '2740',
    town: 'Moutier',
    on: '2026-01-01', // votes of 22 September 2024; the date was fixed by both governments on 29 November 2024
    from: 'BE',
    to: 'JU',
  },
] as const;

import type { SectorCode } from '../sectors.ts';

/** Ce que les gens tapent vraiment pour trouver un secteur : mots et expressions, les plus courants d’abord. */
export const words: Readonly<Record<SectorCode, string>> = {
	'isced:00': 'enseignement de base, formation générale, école de la deuxième chance, remise à niveau',
	'isced:001': 'école, école primaire, collège, matières générales',
	'isced:0011':
		'école, école primaire, collège, matières générales, classe préparatoire, passerelle, deuxième chance, décrocheurs, décrochage scolaire, orientation',
	'isced:002': 'lecture, écriture, calcul, illettrisme',
	'isced:0021':
		'lecture, écriture, calcul, illettrisme, alphabétisation, compétences de base, savoirs de base, adultes peu qualifiés, remise à niveau, français langue d’intégration',
	'isced:003': 'savoir-être, compétences transversales, compétences clés',
	'isced:0031':
		'savoir-être, compétences transversales, compétences clés, soft skills, travail en équipe, communication, confiance en soi, apprendre à apprendre, recherche d’emploi, esprit critique, créativité, prise de parole',
	'isced:01': 'éducation, école, enseignants, formateurs, pédagogie',
	'isced:011': 'éducation, école, enseignants, formateurs, pédagogie, formation continue des enseignants',
	'isced:0111':
		'didactique, programme d’études, recherche pédagogique, évaluation, e-learning, formation à distance, réalité virtuelle en classe, ingénierie de formation, assurance qualité, microcertification, validation des acquis, VAE, référentiel de compétences, méthodes d’apprentissage',
	'isced:0112': 'maternelle, éducateur de jeunes enfants, jardin d’enfants, petite enfance, préscolaire',
	'isced:0113':
		'instituteur, institutrice, professeur des écoles, enseignement primaire, école élémentaire, enseignant spécialisé, éducation spécialisée',
	'isced:0114':
		'professeur, enseignant professionnel, lycée professionnel, formateur, formatrice, tuteur, maître d’apprentissage, moniteur, moniteur d’atelier, formation de formateurs, moniteur d’auto-école, mentor',
	'isced:02': 'art, culture, lettres, création',
	'isced:021': 'art, artiste, création, design, artisanat',
	'isced:0211':
		'film, cinéma, vidéo, photographie, photographe, ingénieur du son, audiovisuel, télévision, production radio, animation, jeux vidéo, graphisme, graphiste, infographie, imprimerie, imprimeur, reliure, multimédia, mise en page, web design, caméra, animation 3D',
	'isced:0212':
		'mode, stylisme, styliste, décoration d’intérieur, décorateur, architecture d’intérieur, design industriel, designer, costume, scénographie, étalagiste, design de meubles, dessin de bijoux, écoconception',
	'isced:0213':
		'peintre, peinture d’art, sculpture, sculpteur, dessin, histoire de l’art, galerie, gravure, calligraphie, arts plastiques, beaux-arts',
	'isced:0214':
		'métiers d’art, artisanat, artisan, artisanat d’art, métiers rares, bijouterie, bijoux, bijoutier, joaillerie, joaillier, orfèvre, orfèvrerie, horlogerie, horloger, céramique, poterie, potier, souffleur de verre, vitrail, taille de pierre, sculpture sur bois, tissage, broderie, vannerie, ferronnerie d’art, lutherie, luthier, maroquinerie d’art, relieur, restauration de meubles, fleuriste, mosaïque, tapisserie, ébénisterie d’art, sertissage',
	'isced:0215':
		'musicien, musique, théâtre, comédien, acteur, danse, danseur, chorégraphie, cirque, opéra, chant, spectacle vivant, arts de la scène, chef d’orchestre, compositeur, technicien du spectacle, machiniste',
	'isced:022': 'histoire, patrimoine, éthique, théologie',
	'isced:0221': 'théologie, église, foi, sciences religieuses, islam, christianisme, judaïsme',
	'isced:0222':
		'patrimoine, patrimoine culturel, archéologie, archéologue, conservation, restauration du patrimoine, restaurateur d’œuvres, collection de musée, monument, folklore, historien',
	'isced:0223': 'éthique, morale, logique, philosophe, bioéthique',
	'isced:023': 'langue, linguistique, traduction',
	'isced:0231':
		'cours de langue, langue étrangère, anglais, français, allemand, espagnol, traduction, traducteur, interprète, langue des signes, langue au travail, EMILE, français langue étrangère, FLE, apprentissage des langues, migrants',
	'isced:0232': 'littérature, linguistique, langue maternelle, écriture créative, grammaire, écrivain, lettres',
	'isced:03': 'société, sciences sociales, médias, information',
	'isced:031': 'sciences sociales, sciences humaines, société',
	'isced:0311': 'économiste, économie politique, économie circulaire, développement économique, économie régionale',
	'isced:0312':
		'politique, démocratie, citoyenneté, éducation civique, droits humains, Union européenne, relations internationales, paix, politiques publiques',
	'isced:0313': 'psychologue, santé mentale, comportement, bien-être, sciences cognitives, coaching',
	'isced:0314':
		'sociologie, culture, genre, égalité, migration, anthropologie, géographie, interculturel, diversité, démographie',
	'isced:032': 'médias, presse, actualité, bibliothèque',
	'isced:0321':
		'journaliste, reporter, actualité, journal, presse, médias, radio, podcast, rédacteur, rédaction, communication de masse, éducation aux médias',
	'isced:0322':
		'bibliothèque, bibliothécaire, archives, archiviste, documentaliste, musée, conservateur, gestion des connaissances, sciences de l’information',
	'isced:04': 'entreprise, bureau, administration, commerce',
	'isced:041': 'entreprise, administration, commerce, bureau, gestion',
	'isced:0411': 'comptable, compta, impôts, fiscalité, paie, audit, contrôle de gestion, factures, expert-comptable',
	'isced:0412': 'banque, assurance, placement, finance, courtier, crédit, bourse, fintech, éducation financière',
	'isced:0413':
		'management, manager, encadrement, direction, entrepreneuriat, entrepreneur, start-up, création d’entreprise, gestion d’entreprise, petite entreprise, PME, TPE, gestion de projet, ressources humaines, RH, qualité, management de l’innovation, innovation au travail, innovation organisationnelle, administration publique, chaîne d’approvisionnement, reprise d’entreprise, chef d’équipe, entrepreneuriat social',
	'isced:0414':
		'marketing, publicité, relations publiques, communication, marque, réseaux sociaux, étude de marché, marketing numérique, export, création de contenus',
	'isced:0415':
		'secrétaire, secrétariat, assistant administratif, accueil, réceptionniste, saisie, centre d’appels, standard téléphonique, bureautique, secrétaire juridique',
	'isced:0416':
		'magasin, boutique, vendeur, vendeuse, vente, commerce, commerçant, détaillant, e-commerce, commerce en ligne, grossiste, achat, acheteur, entrepôt, stock, supermarché, caissier, caisse, agent immobilier, immobilier, relation client, négoce',
	'isced:0417':
		'employabilité, organisation du travail, apprentissage en entreprise, innovation au travail, apprentissage, alternance, stage, formation en situation de travail, orientation professionnelle, droit des salariés, syndicat, qualité de vie au travail, lean, conditions de travail, dialogue social, insertion professionnelle',
	'isced:042': 'droit, avocat, juridique, tribunal',
	'isced:0421':
		'avocat, juridique, juriste, tribunal, notaire, justice, protection des données, droit du travail, législation, contrat, marchés publics',
	'isced:05': 'sciences, laboratoire, nature, STEM',
	'isced:051': 'biologie, vivant, laboratoire',
	'isced:0511': 'biologiste, botanique, zoologie, génétique, microbiologie, plantes, animaux, cellules',
	'isced:0512':
		'biochimiste, biotechnologie, biotech, génie génétique, toxicologie, pharmacologie, bioéconomie, fermentation, technicien de laboratoire, matériaux biosourcés',
	'isced:052': 'environnement, nature, durabilité, développement durable',
	'isced:0521':
		'écologie, climat, changement climatique, développement durable, durabilité, transition écologique, transition verte, compétences vertes, bilan carbone, éducation à l’environnement, pollution, cycle de vie, ODD, pacte vert, innovation verte',
	'isced:0522':
		'nature, biodiversité, faune, flore, parc national, garde nature, conservation, habitat naturel, zone protégée, zones humides, oiseaux',
	'isced:053': 'chimie, physique, géologie, sciences de l’espace',
	'isced:0531': 'chimiste, chimie analytique, labo, analyse chimique, chimie organique, polymères, chimie verte',
	'isced:0532':
		'géologue, sciences de la terre, météorologie, temps qu’il fait, océan, océanographie, hydrologie, cycle de l’eau, sismologie, sol, nappe phréatique, sciences de la mer',
	'isced:0533': 'physicien, astronomie, espace, optique, photonique, laser, physique nucléaire, acoustique, quantique',
	'isced:054': 'maths, statistiques, chiffres',
	'isced:0541': 'maths, algèbre, géométrie, calcul, analyse numérique',
	'isced:0542':
		'statisticien, analyse de données, analyste de données, enquête, probabilités, big data, actuariat, science des données',
	'isced:06': 'informatique, numérique, ordinateur, digital, TIC',
	'isced:061': 'informatique, numérique, ordinateur, digital, TIC, compétences numériques, transformation numérique',
	'isced:0611':
		'compétences numériques, cours d’informatique, traitement de texte, tableur, internet, bureautique, culture numérique, inclusion numérique, PAO, DigComp',
	'isced:0612':
		'réseau, réseaux informatiques, administrateur réseau, base de données, cybersécurité, sécurité informatique, cloud, serveur, administrateur système, support informatique, dépannage informatique, centre de données, objets connectés, internet des objets, IoT, 5G, blockchain',
	'isced:0613':
		'logiciel, programmation, programmeur, développeur, développement web, code, application mobile, intelligence artificielle, IA, apprentissage automatique, réalité virtuelle, réalité augmentée, VR, jumeau numérique, simulation, programmation de jeux, science des données, chatbot',
	'isced:07': 'ingénieur, industrie, technique, technicien, industrie 4.0, génie',
	'isced:071': 'ingénieur, technicien, technique, métiers techniques, industrie 4.0, production avancée',
	'isced:0711':
		'usine chimique, opérateur de procédés, génie des procédés, raffinerie, technicien de laboratoire, ingénieur chimiste, production pharmaceutique, peinture industrielle, fabrication de cosmétiques, biocarburant, production d’hydrogène, électrolyse, plasturgie chimique, chimiste de production',
	'isced:0712':
		'eau, eau potable, eaux usées, traitement de l’eau, technicien de l’eau, assainissement, station d’épuration, recyclage, gestion des déchets, économie circulaire, pollution de l’air, bruit, technologies de l’environnement, efficacité énergétique, dessalement, gestion de l’eau, émissions, recherche de fuites, réemploi',
	'isced:0713':
		'électricien, électricité, énergie, solaire, panneaux solaires, photovoltaïque, éolien, éolienne, éolien en mer, offshore, énergies renouvelables, énergie renouvelable, énergie durable, hydrogène, pile à combustible, hydrogène vert, pompe à chaleur, chauffage, chauffagiste, climatisation, froid, frigoriste, CVC, gaz, centrale électrique, réseau électrique, batteries, batterie, borne de recharge, installation électrique, efficacité énergétique, audit énergétique, biogaz, méthanisation, biomasse, géothermie, énergie marine, hydrolienne, nucléaire, réseau de chaleur, transition énergétique, ascensoriste',
	'isced:0714':
		'électronique, électronicien, microélectronique, puces, semi-conducteurs, semi-conducteur, circuit imprimé, automatisme, automaticien, automatisation, robot, robotique, cobot, automate, mécatronique, capteurs, télécommunications, télécoms, fibre optique, systèmes embarqués, objets connectés, drones, industrie 4.0, usine intelligente, instrumentation, photonique, jumeau numérique, nanotechnologies',
	'isced:0715':
		'soudage, soudure, soudeur, métal, métallurgie, métallerie, mécanicien, mécanique, génie mécanique, ajusteur, usinage, commande numérique, CNC, tour, tournage, fraisage, outilleur, serrurier, serrurerie, tôlerie, chaudronnerie, chaudronnier, acier, fonderie, forge, forgeron, fabrication additive, impression 3D, fabrication avancée, industrie du futur, hydraulique, maintenance industrielle, technicien de maintenance, productique, mécanique de précision, conducteur de machine, contrôle qualité',
	'isced:0716':
		'voiture, voitures, auto, automobile, garage, garagiste, mécanicien auto, mécanique automobile, véhicule, voiture électrique, véhicule électrique, électromobilité, voiture hybride, bus à hydrogène, véhicule à hydrogène, véhicules propres, bus, camion, poids lourd, moto, vélo, réparation de vélos, carrosserie, carrossier, peinture automobile, réparation automobile, diagnostic, navire, construction navale, chantier naval, bateau, moteur marin, avion, maintenance aéronautique, aéronautique, aérospatial, spatial, satellite, aviation, maintenance ferroviaire, matériel roulant, machines agricoles, tracteur, drones',
	'isced:072': 'usine, production, industrie, transformation, fabrication avancée',
	'isced:0721':
		'alimentation, aliments, agroalimentaire, boulanger, boulangerie, pain, pâtisserie, pâtissier, confiserie, boucher, boucherie, charcuterie, viande, laiterie, produits laitiers, fromage, lait, brasserie, brasseur, bière, vinification, œnologie, œnologue, boissons, technologie alimentaire, sécurité alimentaire, huile d’olive, chocolat, chocolatier, conserverie, industrie alimentaire, protéines végétales',
	'isced:0722':
		'bois, meuble, ameublement, menuiserie, menuisier, ébénisterie, ébéniste, charpente, charpentier, scierie, tapissier, tapisserie d’ameublement, verre, verrier, vitrerie, papier, carton, emballage, plastique, plasturgie, caoutchouc, composites, matériaux composites, céramique industrielle, marqueterie, injection plastique, parquet, bois massif, agencement, matériaux biosourcés',
	'isced:0723':
		'textile, vêtement, habillement, mode, confection, couture, couturier, couturière, tailleur, modéliste, patronage, chaussure, cordonnier, cordonnerie, cuir, tannerie, maroquinerie, maroquinier, sellerie, sellier, tissage, tricot, filature, teinture, textiles techniques, fibres recyclées, fourrure, broderie, laine, textile circulaire',
	'isced:0724':
		'mine, mineur, charbon, carrière, extraction de pierre, forage pétrolier, gaz naturel, matières premières, matières premières critiques, tunnel, minerais, sel',
	'isced:073': 'bâtiment, construction, maison, architecture, BTP',
	'isced:0731':
		'architecte, urbanisme, urbaniste, aménagement urbain, paysagiste concepteur, architecture du paysage, géomètre, topographie, cartographie, SIG, BIM, maquette numérique, dessinateur, dessin technique, végétalisation urbaine, ville verte, ville durable, ville intelligente',
	'isced:0732':
		'chantier, maçon, maçonnerie, tailleur de pierre, plombier, plomberie, couvreur, couverture, toiture, carreleur, carrelage, plâtrier, peintre en bâtiment, échafaudage, béton, construction bois, maison en bois, ossature bois, construction durable, écoconstruction, rénovation énergétique, rénovation, isolation, façade, façadier, cloisons, charpente, travaux publics, BTP, route, pont, génie civil, grue, grutier, pelle mécanique, BIM, second œuvre, préfabrication, ouvrier du bâtiment, toit végétalisé, ouvrages hydrauliques, dragage, construction, bâti ancien, démolition',
	'isced:08': 'ferme, forêt, poisson, animaux, métiers de la terre',
	'isced:081': 'ferme, agriculteur, jardin, agricole',
	'isced:0811':
		'agriculture, ferme, agriculteur, exploitation agricole, cultures, céréales, élevage, éleveur, bétail, vache, bovins, élevage laitier, porc, volaille, mouton, chèvre, apiculture, abeilles, agriculture biologique, bio, agriculture connectée, agriculture de précision, agriculture intelligente, agriculture durable, agriculture multifonctionnelle, agritourisme, ferme sociale, vigne, viticulture, viticulteur, vigneron, arboriculture, oliviers, irrigation, sol, élevage de chevaux, agroécologie, développement rural',
	'isced:0812':
		'jardinier, jardin, jardinage, horticulture, horticulteur, serre, paysagiste, paysage, aménagement paysager, toit végétalisé, toiture végétalisée, végétalisation urbaine, verdissement, nature en ville, agriculture urbaine, parc, parcs, élagage, élagueur, arbres, pépinière, plantes, fleurs, fleuriste, floriculture, maraîchage, maraîcher, légumes, gazon, jardin vertical, mur végétal',
	'isced:082': 'forêt, forestier, arbres, sylviculture',
	'isced:0821':
		'forestier, forêt, arbres, bûcheron, tronçonneuse, abattage, exploitation forestière, chasse, garde-chasse, feux de forêt, bioéconomie, engins forestiers, récolte du bois',
	'isced:083': 'poisson, pêcheur, aquaculture',
	'isced:0831':
		'poisson, pêcheur, marin pêcheur, aquaculture, pisciculture, conchyliculture, huîtres, moules, algues, chalutier, bateau de pêche, économie bleue, coquillages, ostréiculture',
	'isced:084': 'animal, vétérinaire, animaux',
	'isced:0841':
		'vétérinaire, auxiliaire vétérinaire, animal, soins aux animaux, animaux de compagnie, chien, chat, cheval, bien-être animal, reproduction animale, toilettage, maréchal-ferrant',
	'isced:09': 'santé, soin, aide, services sociaux, social',
	'isced:091': 'santé, soins, hôpital, médical, e-santé, santé numérique',
	'isced:0911':
		'dentiste, hygiéniste dentaire, prothésiste dentaire, assistant dentaire, dents, orthodontie, santé bucco-dentaire',
	'isced:0912':
		'médecin, docteur, chirurgien, chirurgie, hôpital, clinique, généraliste, psychiatrie, santé publique, épidémiologie',
	'isced:0913':
		'infirmier, infirmière, aide-soignant, aide-soignante, soins, soignant, hôpital, patient, sage-femme, soins à domicile, auxiliaire de soins, auxiliaire de vie, télésoin, e-santé, ambulancier, soins de longue durée, soins palliatifs, simulation en santé, santé numérique, puériculture',
	'isced:0914':
		'technologie médicale, technicien de laboratoire, analyses médicales, radiologie, manipulateur radio, imagerie médicale, opticien, optique, lunettes, audioprothésiste, appareil auditif, prothèse, orthèse, podo-orthésiste, dispositifs médicaux, e-santé, télémédecine, biomédical, secouriste, ambulance',
	'isced:0915':
		'kinésithérapie, kinésithérapeute, kiné, ergothérapie, ergothérapeute, orthophonie, orthophoniste, massage, rééducation, réadaptation, nutrition, diététicien, diététique, psychothérapie, art-thérapie, ostéopathe, psychomotricité, thérapeute',
	'isced:0916': 'pharmacien, préparateur en pharmacie, médicaments, officine, parapharmacie, pharmaceutique',
	'isced:0917':
		'phytothérapie, acupuncture, homéopathie, ayurvéda, aromathérapie, naturopathe, médecine chinoise, plantes médicinales, yoga',
	'isced:092': 'services sociaux, aide, soin, travailleur social',
	'isced:0921':
		'personnes âgées, aînés, seniors, maison de retraite, EHPAD, handicap, personnes handicapées, aide à domicile, démence, Alzheimer, auxiliaire de vie, dépendance, autonomie, vieillissement, maintien à domicile, assistant personnel',
	'isced:0922':
		'garde d’enfants, assistante maternelle, nounou, crèche, petite enfance, halte-garderie, ATSEM, animateur, animation, travail de jeunesse, centre de loisirs, périscolaire, enfants, éducateur',
	'isced:0923':
		'travailleur social, assistant social, éducateur spécialisé, conseil, accompagnement, inclusion, école inclusive, réfugiés, migrants, intégration, insertion, jeunes en difficulté, NEET, besoins particuliers, handicap, addiction, sans-abri, soutien aux familles, pauvreté, orientation, médiation, prison, inclusion sociale, égalité, diversité',
	'isced:10': 'services, clients, accueil, service à la personne',
	'isced:101': 'hospitalité, services à la personne, bien-être, service client',
	'isced:1011':
		'femme de ménage, ménage, agent d’entretien, propreté, nettoyage, gouvernante, blanchisserie, buanderie, pressing, repassage, employé de maison, concierge, gardien d’immeuble, aide ménagère, laveur de vitres, entretien des locaux',
	'isced:1012':
		'coiffeur, coiffeuse, coiffure, barbier, esthéticienne, esthétique, beauté, institut de beauté, maquillage, manucure, ongles, cosmétique, spa, perruquier, tatouage, cheveux',
	'isced:1013':
		'cuisinier, cuisinière, chef, cuisine, restaurant, restauration, serveur, serveuse, hôtel, hôtellerie, réception d’hôtel, traiteur, bar, barman, barista, gastronomie, cantine, restauration collective, sommelier, restauration rapide, arts culinaires, service en salle',
	'isced:1014':
		'sportif, entraîneur, coach sportif, éducateur sportif, fitness, salle de sport, football, natation, maître-nageur, moniteur de ski, équitation, arbitre, activités de plein air',
	'isced:1015':
		'tourisme, touriste, voyage, agence de voyages, guide, guide touristique, tourisme durable, tourisme intelligent, écotourisme, tourisme rural, événementiel, organisation d’événements, festival, salon, foire, vacances, loisirs, croisière, voyagiste, agritourisme, camping, tourisme culturel',
	'isced:102': 'hygiène, sécurité, sécurité au travail',
	'isced:1021':
		'éboueur, ordures, poubelles, collecte des déchets, nettoyage des rues, égouts, dératisation, désinfection, salubrité, ramoneur, pompes funèbres, assainissement public',
	'isced:1022':
		'sécurité au travail, santé au travail, ergonomie, prévention des accidents, équipement de protection, préventeur, inspection du travail, stress au travail, évaluation des risques, bien-être au travail, QSE, HSE, QHSE, EPI',
	'isced:103': 'sécurité, défense, protection, sûreté',
	'isced:1031': 'armée, militaire, soldat, marine nationale, armée de l’air, officier, défense, armement',
	'isced:1032':
		'police, policier, gendarmerie, pompier, sapeur-pompier, incendie, agent de sécurité, gardiennage, secours, secourisme, premiers secours, protection civile, gestion de crise, douane, surveillant de prison, garde-frontière, catastrophe naturelle',
	'isced:104': 'transport, logistique, chauffeur, fret',
	'isced:1041':
		'transport, logistique, chauffeur, conducteur, chauffeur routier, routier, conducteur de bus, conducteur de train, chemin de fer, ferroviaire, train, pilote, personnel navigant, contrôle aérien, aéroport, marin, marine marchande, capitaine, navigation, maritime, port, batelier, fluvial, fret, transitaire, livraison, livreur, coursier, supply chain, taxi, poste, cariste, chariot élévateur, magasinier, télépilote de drone, transports en commun, mobilité',
	'eco:aerospace-defence':
		'aérospatial, aéronautique, avion, aviation, espace, satellite, défense, drones, industrie militaire',
	'eco:agri-food':
		'alimentation, agriculture, agroalimentaire, de la ferme à la table, industrie alimentaire, ferme, pêche, boissons',
	'eco:construction':
		'bâtiment, construction, BTP, architecture, rénovation, immobilier, infrastructures, ciment, matériaux de construction',
	'eco:cultural':
		'culture, création, art, artisanat d’art, médias, cinéma, musique, patrimoine, édition, design, musée, jeux vidéo, bijouterie',
	'eco:digital':
		'numérique, digital, informatique, logiciel, intelligence artificielle, IA, télécoms, cloud, données, cybersécurité, plateformes',
	'eco:electronics': 'électronique, microélectronique, puces, semi-conducteurs, batteries, composants, photonique',
	'eco:energy-intensive':
		'acier, sidérurgie, chimie, ciment, verre, papier, plastique, métal, mines, raffinage, céramique, matières premières, industrie bas carbone, décarbonation, hydrogène',
	'eco:renewables':
		'renouvelables, énergies renouvelables, solaire, éolien, éolien en mer, hydrogène, biomasse, pompes à chaleur, hydroélectricité, transition énergétique, énergie durable, énergie verte, batteries',
	'eco:health':
		'santé, hôpital, médicaments, dispositifs médicaux, pharmacie, soins, biotech, soins de longue durée, e-santé',
	'eco:mobility':
		'mobilité, transport, industrie automobile, automobile, véhicules, trains, ferroviaire, navires, chantier naval, logistique, vélo, véhicules électriques, bus',
	'eco:proximity':
		'économie sociale, économie sociale et solidaire, ESS, coopérative, entreprise sociale, association, services de proximité, pompiers, protection civile, sécurité, bénévoles, eau et déchets, atelier de réparation, services à la personne, inclusion',
	'eco:retail': 'magasin, boutique, supermarché, e-commerce, grossiste, vente, clients, marché, commerçants',
	'eco:textiles': 'textile, mode, vêtement, habillement, cuir, chaussure, tissus, fibres, confection',
	'eco:tourism': 'tourisme, voyage, hôtel, restaurant, vacances, hôtellerie, événements, guide, visiteurs, croisière'
};

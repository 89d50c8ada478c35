import type { SectorCode } from '../sectors.ts';

/** What people really type when they look for a sector: for each code words and phrases, the most usual first. */
export const words: Readonly<Record<SectorCode, string>> = {
	'isced:00': 'basic education, general education, second chance school, adult basic education',
	'isced:001': 'school, primary school, lower secondary, general subjects',
	'isced:0011':
		'school, primary school, lower secondary, general subjects, preparatory class, bridging course, second chance, school leavers, dropouts, orientation year',
	'isced:002': 'reading, writing, maths, literacy',
	'isced:0021':
		'reading, writing, maths, literacy, numeracy, basic skills, alphabetisation, adult learners, low-skilled adults',
	'isced:003': 'soft skills, life skills, key competences',
	'isced:0031':
		'soft skills, life skills, key competences, transversal skills, teamwork, communication skills, self-confidence, learning to learn, job search, critical thinking, creativity, public speaking',
	'isced:01': 'education, school, teachers, trainers, pedagogy',
	'isced:011': 'education, school, teachers, trainers, pedagogy, professional development of teachers',
	'isced:0111':
		'pedagogy, didactics, curriculum, learning research, assessment, evaluation, e-learning, virtual reality in class, instructional design, quality assurance, micro-credentials, recognition of learning, competence framework, learning methods',
	'isced:0112': 'kindergarten teacher, nursery teacher, early childhood education, preschool, early years',
	'isced:0113': 'primary teacher, elementary school teacher, class teacher, special needs teacher, special education',
	'isced:0114':
		'vocational teacher, VET teacher, trainer, in-company trainer, mentor, workshop instructor, apprenticeship tutor, train the trainer, driving instructor, teacher training, teaching staff',
	'isced:02': 'art, culture, humanities, creative',
	'isced:021': 'art, artist, creative, design, craft',
	'isced:0211':
		'film, video, photography, photographer, sound engineer, audio, television, radio production, animation, game design, graphic design, printing, printer, bookbinding, multimedia, layout, web design, cinema, camera, 3D animation',
	'isced:0212':
		'fashion, fashion design, stylist, interior design, interior decorator, product design, industrial design, costume, stage design, window dressing, furniture design, jewellery design, eco-design',
	'isced:0213':
		'painting, painter, sculpture, sculptor, drawing, art history, gallery, printmaking, calligraphy, visual arts, art theory',
	'isced:0214':
		'handicraft, arts and crafts, craft, craftsman, craftswoman, rare crafts, jewellery, jeweller, jewelry, goldsmith, silversmith, watchmaking, ceramics, pottery, glass blowing, stained glass, stone carving, wood carving, weaving, embroidery, basket making, blacksmith art, instrument making, violin maker, leather craft, bookbinder, restoration of furniture, floristry, florist, mosaic',
	'isced:0215':
		'music, musician, theatre, actor, dance, dancer, choreography, circus, opera, singing, stage, performing arts, conductor, composer, stage technician',
	'isced:022': 'history, heritage, ethics, theology',
	'isced:0221': 'theology, church, faith, religious studies, islam, christianity, judaism',
	'isced:0222':
		'heritage, cultural heritage, archaeology, archaeologist, conservation, restoration, restorer, museum collection, monument, folklore, historian',
	'isced:0223': 'ethics, moral, logic, philosopher, bioethics',
	'isced:023': 'language, linguistics, translation',
	'isced:0231':
		'language course, foreign language, English, French, German, Spanish, translation, translator, interpreter, sign language, language for work, CLIL, second language, language learning, migrants learning the language',
	'isced:0232': 'literature, linguistics, mother tongue, creative writing, grammar, writer, national language',
	'isced:03': 'society, social science, media, information',
	'isced:031': 'social science, human behaviour, society',
	'isced:0311': 'economy, economist, political economy, circular economy, economic development, regional economy',
	'isced:0312':
		'politics, democracy, citizenship, civic education, human rights, European Union, international relations, peace, public policy',
	'isced:0313':
		'psychologist, mental health, behaviour, well-being, counselling psychology, cognitive science, coaching',
	'isced:0314':
		'sociology, culture, gender, equality, migration, anthropology, geography, intercultural, diversity, demography',
	'isced:032': 'media, press, news, library',
	'isced:0321':
		'journalist, reporter, news, newspaper, press, media, radio, broadcasting, podcast, editor, mass communication, media literacy',
	'isced:0322':
		'library, librarian, archive, archivist, documentation, museum, curator, knowledge management, information science',
	'isced:04': 'business, company, office, administration',
	'isced:041': 'business, company, administration, commerce, office',
	'isced:0411': 'accountant, bookkeeping, bookkeeper, tax, payroll, audit, auditor, controlling, invoices',
	'isced:0412':
		'bank, insurance, investment, finance, broker, credit, stock exchange, fintech, financial literacy, real estate finance',
	'isced:0413':
		'management, manager, leadership, entrepreneurship, entrepreneur, start-up, founder, business administration, small business, SME, SMEs, project management, human resources, HR, quality management, innovation management, workplace innovation, public administration, supply chain management, business transfer, team leader, social entrepreneurship, agile',
	'isced:0414':
		'marketing, advertising, publicity, public relations, PR, branding, social media, market research, communication, digital marketing, export promotion, content creation',
	'isced:0415':
		'secretary, office clerk, receptionist, reception, administration assistant, data entry, call centre, switchboard, legal secretary, typing',
	'isced:0416':
		'shop, store, shop assistant, retail, retailer, sales, salesperson, seller, e-commerce, online shop, wholesale, purchasing, buyer, warehouse, stock, supermarket, cashier, estate agent, real estate, customer service, trade',
	'isced:0417':
		'employability, work organisation, workplace learning, workplace innovation, apprenticeship, internship, work-based learning, career guidance, labour rights, trade union, quality at work, lean, working conditions, job skills, dual training, social dialogue',
	'isced:042': 'law, lawyer, legal, court',
	'isced:0421':
		'lawyer, legal, court, notary, paralegal, justice, data protection, labour law, legislation, contract law, public procurement',
	'isced:05': 'science, STEM, laboratory, nature',
	'isced:051': 'biology, life science, laboratory',
	'isced:0511': 'biologist, botany, zoology, genetics, microbiology, plants, animals, cells, ecology of species',
	'isced:0512':
		'biochemist, biotechnology, biotech, genetic engineering, toxicology, pharmacology, bioeconomy, fermentation, laboratory technician, bio-based materials',
	'isced:052': 'environment, nature, sustainability, green skills',
	'isced:0521':
		'ecology, climate, climate change, sustainability, sustainable development, green transition, green skills, carbon footprint, environmental education, pollution, life cycle analysis, SDG, green deal, green innovation',
	'isced:0522':
		'nature, biodiversity, wildlife, national park, ranger, conservation, habitat, protected area, wetlands, birds, rewilding',
	'isced:053': 'chemistry, physics, geology, space science',
	'isced:0531': 'chemist, analytical chemistry, lab, chemical analysis, organic chemistry, polymers, green chemistry',
	'isced:0532':
		'geologist, earth science, meteorology, weather, ocean, oceanography, hydrology, water cycle, seismology, geography of land, soil, groundwater, marine science',
	'isced:0533': 'physicist, astronomy, space, optics, photonics, laser, nuclear physics, acoustics, quantum',
	'isced:054': 'maths, statistics, numbers',
	'isced:0541': 'maths, algebra, geometry, calculus, numerical analysis',
	'isced:0542':
		'statistician, data analysis, data analyst, survey, probability, big data, actuarial science, data science',
	'isced:06': 'IT, ICT, computer, digital, informatics',
	'isced:061': 'IT, ICT, computer, digital, informatics, digital skills, digital transformation',
	'isced:0611':
		'digital skills, computer course, word processing, spreadsheet, internet use, office software, digital literacy, desktop publishing, basic IT, DigComp',
	'isced:0612':
		'network, network administrator, database, cybersecurity, cyber security, IT security, cloud, server, system administrator, IT support, helpdesk, data centre, internet of things, IoT, 5G, blockchain, computer technician, web administration',
	'isced:0613':
		'software, programming, programmer, developer, coding, app, artificial intelligence, AI, machine learning, web development, virtual reality, augmented reality, VR, AR, extended reality, digital twin, computer science, simulation, games programming, data science, robotics software, chatbot',
	'isced:07': 'engineer, industry, technology, technician, industry 4.0',
	'isced:071': 'engineer, technician, technology, trades, industry 4.0, advanced manufacturing',
	'isced:0711':
		'chemical plant, process operator, process technology, oil refinery, laboratory technician, chemical engineer, pharmaceutical production, paint, cosmetics production, biofuel, hydrogen production, electrolysis, plastics chemistry, process industry, biogas plant, batteries chemistry',
	'isced:0712':
		'water, drinking water, waste water, wastewater, water treatment, water technician, sewage, recycling, waste management, circular economy, air pollution, noise, environmental technology, energy efficiency, desalination, irrigation water, water management, emission control, leak detection, upcycling',
	'isced:0713':
		'electrician, electricity, energy, solar, solar panels, photovoltaic, wind power, wind turbine, offshore wind, offshore, renewable energy, sustainable energy, hydrogen, fuel cell, fuel cells, green hydrogen, heat pump, heating, air conditioning, refrigeration, cooling, HVAC, gas fitter, power station, grid, smart grid, batteries, battery, charging station, electrical installation, energy efficiency, energy audit, biogas, biomass, geothermal, tidal energy, wave energy, nuclear energy, district heating, energy transition, lift technician',
	'isced:0714':
		'electronics, microelectronics, chips, semiconductor, semiconductors, printed circuit, automation, robot, robotics, cobots, PLC, mechatronics, sensors, control engineering, telecommunications, telecoms, computer engineering, embedded systems, internet of things, drones, industry 4.0, smart factory, instrumentation, photonics, digital twin, advanced manufacturing, nanotechnology',
	'isced:0715':
		'welding, welder, metal, metalwork, mechanic, mechanics, mechanical engineering, fitter, machining, CNC, lathe, milling, turning, toolmaker, locksmith, sheet metal, steel, foundry, casting, blacksmith, forging, additive manufacturing, 3D printing, advanced manufacturing, hydraulics, industrial maintenance, maintenance technician, production technology, precision mechanics, machine operator, gunsmith, boilermaker, quality control of parts, smart manufacturing',
	'isced:0716':
		'car, cars, garage, mechanic, car mechanic, motor vehicle, automotive, automobile, vehicle, electric car, electric vehicle, e-mobility, electromobility, hybrid car, hydrogen bus, hydrogen vehicle, clean vehicles, clean-technology vehicles, bus, truck, lorry, motorcycle, bicycle mechanic, bike repair, bodywork, car paint, car painter, vehicle repair, diagnostics, ship, ships, shipbuilding, boat building, marine engine, aircraft, aircraft maintenance, aviation, aeroplane, airplane, aeronautics, aerospace, space, satellite, train maintenance, railway vehicles, agricultural machinery, tractor mechanic, defence vehicles, drones',
	'isced:072': 'factory, production, industry, processing, advanced manufacturing',
	'isced:0721':
		'food, baker, bakery, bread, pastry, confectioner, butcher, meat, dairy, cheese, milk, brewery, brewer, beer, wine making, winemaker, oenology, drinks, food technology, food technician, food safety, agrifood, agri-food, olive oil, chocolate, fish processing, canning, food industry, smart food, alternative proteins',
	'isced:0722':
		'wood, furniture, carpentry, carpenter, joinery, joiner, cabinet maker, cabinetmaking, woodworking, sawmill, upholstery, upholsterer, glass, glazing, paper, cardboard, packaging, plastic, plastics, rubber, composites, composite materials, ceramics industry, boat interior, timber, marquetry, injection moulding, parquet, wood technology, bio-based materials',
	'isced:0723':
		'textile, textiles, clothing, clothes, garment, fashion, fashion industry, sewing, tailor, dressmaker, seamstress, pattern cutting, shoes, shoemaker, footwear, leather, tannery, leather goods, saddler, weaving, knitting, spinning, dyeing, technical textiles, recycled fibres, fur, embroidery, wool, circular textile',
	'isced:0724':
		'mine, miner, coal, quarry, stone extraction, oil drilling, gas extraction, raw materials, critical raw materials, tunnelling, minerals, salt',
	'isced:073': 'building, construction, house, architecture',
	'isced:0731':
		'architect, town planning, urban planning, city planning, landscape architect, landscape architecture, surveying, land surveyor, cartography, GIS, BIM, building design, draughtsman, technical drawing, urban greening, green city, smart city, architectural drawing',
	'isced:0732':
		'building site, bricklayer, mason, masonry, stonemason, plumber, plumbing, roofer, roofing, tiler, plasterer, painter and decorator, house painter, scaffolding, concrete, timber building, wooden house, timber frame, green building, energy renovation, renovation, retrofit, insulation, facade, drywall, flooring, carpenter on site, road building, bridge, civil engineer, crane, excavator, BIM, building services, prefabrication, sustainable construction, construction, construction worker, green roof, water engineering, dredging, harbour construction, window fitter, heritage building, demolition',
	'isced:08': 'farm, forest, fish, animals, land-based',
	'isced:081': 'farm, farmer, garden, agriculture',
	'isced:0811':
		'agriculture, farm, farmer, farming, crops, cereals, livestock, cattle, cow, dairy farm, pig, poultry, sheep, goat, beekeeping, bees, organic farming, smart farming, precision farming, digital farming, climate-smart agriculture, multifunctional agriculture, agritourism, care farm, vineyard, vine growing, wine grower, fruit growing, olive growing, irrigation, soil, tractor, horse breeding, agroecology, regenerative agriculture, animal husbandry, rural development',
	'isced:0812':
		'gardener, gardening, garden, horticulture, greenhouse, landscaping, landscape gardener, landscaper, green roof, green roofs, urban greening, urban green, urban farming, park, parks, tree care, arborist, nursery of plants, plants, flowers, florist, flower growing, vegetables, lawn, turf, greenkeeper, vertical garden, green wall, city trees, golf course',
	'isced:082': 'forest, forester, trees, wood harvesting',
	'isced:0821':
		'forest, forester, trees, logging, lumberjack, chainsaw, wood harvesting, harvester machine, tree felling, hunting, gamekeeper, forest fire, bioeconomy, silviculture, forest machines',
	'isced:083': 'fish, fisherman, aquaculture',
	'isced:0831':
		'fish, fisherman, fisher, aquaculture, fish farm, sea farming, oysters, mussels, algae, seaweed, trawler, fishing boat, blue economy, shellfish',
	'isced:084': 'animal, vet, veterinary',
	'isced:0841':
		'vet, veterinary, veterinary nurse, animal, animal care, pets, dog, cat, horse care, animal welfare, animal reproduction, dog grooming, farrier',
	'isced:09': 'health, care, welfare, social services',
	'isced:091': 'health, healthcare, hospital, care, medical, e-health, digital health',
	'isced:0911':
		'dentist, dental hygienist, dental technician, dental assistant, teeth, orthodontics, oral health, dental laboratory',
	'isced:0912':
		'doctor, physician, surgeon, surgery, hospital, clinic, general practitioner, medical school, psychiatry, public health, epidemiology',
	'isced:0913':
		'nurse, nursing, nursing assistant, health care assistant, healthcare assistant, care worker, hospital, patient, midwife, midwifery, home nursing, home care, carer, elderly nursing, telecare, e-health, paramedic, ambulance, ward, caregiver, long-term care, palliative care, simulation in nursing, digital health',
	'isced:0914':
		'medical technology, laboratory technician, radiology, x-ray, radiographer, medical imaging, optician, optics, glasses, hearing aid, audiology, prosthesis, prosthetics, orthotics, orthopaedic shoemaker, ambulance technician, medical devices, e-health, telemedicine, biomedical technician, blood analysis, emergency medical technician',
	'isced:0915':
		'physiotherapy, physiotherapist, occupational therapy, occupational therapist, speech therapy, speech therapist, massage, rehabilitation, nutrition, dietician, dietitian, diet, psychotherapy, art therapy, osteopath, disability aids, therapist',
	'isced:0916':
		'pharmacist, pharmacy assistant, pharmacy technician, medicines, drugs, drugstore, chemist shop, pharmaceutical',
	'isced:0917':
		'herbal medicine, acupuncture, homeopathy, ayurveda, aromatherapy, naturopath, chinese medicine, medicinal plants, yoga therapy',
	'isced:092': 'social services, care, welfare, social worker',
	'isced:0921':
		'elderly care, care of the elderly, old people, older people, seniors, nursing home, care home, disability, disabled people, home help, dementia, personal assistant, long-term care, ageing, home care, care assistant, assisted living, assistive technology',
	'isced:0922':
		'childcare, child minder, nanny, nursery, day care, crèche, kindergarten assistant, youth work, youth worker, youth centre, after-school club, children, play leader, leisure time educator',
	'isced:0923':
		'social worker, counsellor, guidance, inclusion, inclusive education, refugees, migrants, integration, disadvantaged young people, NEET, special needs, disability inclusion, addiction, homeless, family support, crisis support, poverty, community work, vocational guidance, mediation, prison education, social inclusion, equality, diversity',
	'isced:10': 'services, customers, hospitality, guests',
	'isced:101': 'hospitality, personal services, wellness, customer service',
	'isced:1011':
		'cleaner, cleaning, housekeeping, housekeeper, laundry, laundry service, ironing, domestic help, caretaker, janitor, household, dry cleaning, window cleaning, butler, facility cleaning',
	'isced:1012':
		'hairdresser, hairdressing, barber, beautician, beauty, beauty salon, make-up, manicure, nails, cosmetics, spa, wellness, wig maker, tattoo, hair',
	'isced:1013':
		'cook, chef, cooking, kitchen, restaurant, waiter, waitress, hotel, hotel management, hotel reception, catering, hospitality, bar, barista, bartender, gastronomy, canteen, sommelier, fast food, culinary arts, front office, food service',
	'isced:1014':
		'sports, coach, sports coach, trainer, fitness, gym, football, swimming, lifeguard, outdoor guide, ski instructor, riding, referee, sport management, personal trainer',
	'isced:1015':
		'tourism, tourist, travel, travel agency, tour guide, guide, sustainable tourism, smart tourism, ecotourism, rural tourism, events, event management, festival, trade fair, holiday, leisure, cruise, tour operator, agritourism, destination, camping, museum visits, cultural tourism, visitor guide, digital tourism',
	'isced:102': 'hygiene, safety, occupational safety',
	'isced:1021':
		'waste collection, garbage, rubbish, street cleaning, sewerage, pest control, public hygiene, disinfection, refuse, sanitation, chimney sweep, funeral services',
	'isced:1022':
		'occupational health, safety at work, work safety, OSH, ergonomics, accident prevention, protective equipment, safety officer, labour inspection, stress at work, risk assessment, well-being at work, offshore safety training',
	'isced:103': 'security, safety, defence, protection',
	'isced:1031': 'army, military, soldier, navy, air force, officer, defence, war studies, national security, armaments',
	'isced:1032':
		'police, fire brigade, firefighter, fireman, security guard, security, rescue, emergency services, civil protection, crisis management, customs, prison officer, border guard, private security, disaster relief, crowd control, first aid, forest fire fighting',
	'isced:104': 'transport, logistics, driver, freight',
	'isced:1041':
		'transport, logistics, driver, truck driver, lorry driver, bus driver, train driver, railway, pilot, cabin crew, air traffic control, airport, shipping, sailor, seafarer, seafaring, ship captain, nautical, maritime, port, harbour, inland navigation, freight, forwarding, delivery, courier, supply chain, taxi, postal service, forklift, crane operator, warehouse logistics, drone pilot, rail, public transport, smart mobility, offshore vessels',
	'eco:aerospace-defence':
		'aerospace, aircraft, aviation, space, satellite, defence, drones, military industry, aeronautics',
	'eco:agri-food': 'food, farming, agriculture, farm to fork, food industry, agrifood, fish, fisheries, drinks',
	'eco:construction':
		'building, construction, builders, architecture, renovation, real estate, infrastructure, cement, building materials',
	'eco:cultural':
		'culture, creative, art, crafts, media, film, music, heritage, publishing, design, museum, video games, jewellery',
	'eco:digital':
		'digital, IT, ICT, software, artificial intelligence, AI, telecoms, cloud, data, cybersecurity, platforms',
	'eco:electronics': 'electronics, microelectronics, chips, semiconductors, batteries, components, photonics, devices',
	'eco:energy-intensive':
		'steel, chemicals, cement, glass, paper, plastics, metal, mining, refining, ceramics, raw materials, low-carbon industry, hydrogen',
	'eco:renewables':
		'renewables, renewable energy, solar, wind, offshore wind, hydrogen, biomass, heat pumps, hydropower, energy transition, sustainable energy, green energy, batteries',
	'eco:health':
		'health, hospital, medicines, medical devices, pharmaceuticals, care, biotech, long-term care, e-health',
	'eco:mobility':
		'mobility, transport, car industry, automotive, vehicles, trains, railway, ships, shipyard, logistics, cycling, electric vehicles, bus',
	'eco:proximity':
		'social economy, cooperative, social enterprise, association, non-profit, neighbourhood services, fire brigade, civil protection, security, volunteers, water and waste services, repair shop, personal care, inclusion',
	'eco:retail': 'shop, store, supermarket, e-commerce, wholesale, sales, customers, market, retailers',
	'eco:textiles': 'textile, fashion, clothing, clothes, leather, shoes, footwear, garments, fabrics, fibres',
	'eco:tourism': 'tourism, travel, hotel, restaurant, holidays, hospitality, events, guide, visitors, cruise'
};

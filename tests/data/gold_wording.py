"""The words around the cities of the gold lists, and names as releases print them."""

# Names as a release prints them where they are not the registry's own; Arabic ones as another translator might.
PRINTED = {
    ("en", "seo-gu-gwangju"): "Seo-gu, Gwangju",
    ("fr", "helao-nafidi"): "Conseil municipal de Helao Nafidi",
    ("fr", "kilifi-county"): "Kilifi County",
    ("fr", "kuno-consortium"): "Kuno Consortium",
    ("fr", "laikipia-consortium"): "Laikipia Consortium",
    ("fr", "kara"): "Kara - Commune de Kozah 1",
    ("fr", "niamtougou"): "Niamtougou - Commune de Doufelgou 1",
    ("fr", "pya"): "Pya - Commune de Kozah 2",
    ("fr", "kyiv"): "Kyïv",
    ("fr", "la-paz-baja-california-sur"): "La Paz",
    ("fr", "yanbu-industrial-city"): "Yanbu Industrial City",
    ("ar", "agadir"): "أغادير",
    ("ar", "buan"): "بوآن",
    ("ar", "chinhoyi"): "تشينهويي",
    ("ar", "cugir"): "كوغير",
    ("ar", "gagnoa"): "غاجنوا",
    ("ar", "la-paz-mendoza"): "لا باز (ميندوزا)",
    ("ar", "legazpi"): "ليغاسبي",
    ("ar", "leme"): "ليم",
    ("ar", "maroua-1"): "ماروا الأول",
    ("ar", "sao-filipe"): "ساو فيليب",
    ("ar", "seo-gu-gwangju"): "سو غو (غوانغجو)",
    ("ar", "szombathely"): "سومباتهيلي",
    ("ar", "yaounde-1"): "ياوندي الأول",
}
# How a name is written where its letters are missing.
LATIN_ONLY = {"resita": "Resita"}
OFFICIAL = {
    "en": {
        "MA": "Kingdom of Morocco", "SA": "Kingdom of Saudi Arabia", "TR": "Turkey", "BH": "Kingdom of Bahrain",
        "CN": "People's Republic of China", "IR": "Islamic Republic of Iran",
    },
    "fr": {
        "MA": "Royaume du Maroc", "SA": "Royaume d'Arabie saoudite", "EC": "Equateur", "TR": "Turquie",
        "CV": "Cap-Vert", "GB": "Royaume-Uni", "IR": "République islamique d'Iran",
    },
    "ar": {
        "MA": "المملكة المغربية", "CI": "كوت ديفوار", "GB": "المملكة المتحدة", "HU": "المجر",
        "CN": "جمهورية الصين الشعبية",
    },
}  # fmt: skip
REGIONS = {
    "en": {"africa": "Africa", "arab_states": "Arab States", "asia_pacific": "Asia and the Pacific",
           "europe_north_america": "Europe and North America",
           "latin_america_caribbean": "Latin America and the Caribbean"},
    "fr": {"africa": "Afrique", "latin_america_caribbean": "Amérique latine et Caraïbes",
           "asia_pacific": "Asie et Pacifique", "arab_states": "États arabes",
           "europe_north_america": "Europe et Amérique du Nord"},
    "ar": {"africa": "أفريقيا", "arab_states": "الدول العربية", "asia_pacific": "آسيا والمحيط الهادئ",
           "europe_north_america": "أوروبا وأمريكا الشمالية",
           "latin_america_caribbean": "أمريكا اللاتينية ومنطقة البحر الكاريبي"},
}  # fmt: skip
INTRODUCTIONS = {
    ("2022", "en"): (
        "Network of Learning Cities: 77 new members from 44 countries",
        "Paris, 2 September 2022 – Today, 77 cities from 44 countries join the network.",
        "The 77 new members bring the total number of cities within the network to 294 in 76 countries.",
        "The new members are:",
    ),
    ("2022", "fr"): (
        "Réseau mondial des villes apprenantes : 77 nouveaux membres issus de 44 pays",
        "Paris, 2 septembre 2022 – Ce jour, 77 villes de 44 pays rejoignent le réseau.",
        "Avec elles, le réseau compte désormais 294 villes dans 76 pays.",
        "Les nouveaux membres sont :",
    ),
    ("2024", "en"): (
        "Network of Learning Cities: 64 new members from 35 countries",
        "14 February 2024 – 64 cities from 35 countries join the network.",
        "The network now includes 356 member cities in 79 countries, home to 390 million citizens.",
        "The new members are:",
    ),
    ("2024", "fr"): (
        "64 villes de 35 pays rejoignent le réseau",
        "Le 14 février 2024, 64 villes de 35 pays ont rejoint le réseau mondial.",
        "Le réseau comprend désormais 356 villes dans 79 pays, soit 390 millions de citoyens.",
        "Voici les nouveaux membres :",
    ),
    ("2024", "ar"): (
        "شبكة مدن التعلم: 64 عضوا جديدا من 35 بلدا",
        "انضمت في 14 فبراير 2024 إلى الشبكة 64 مدينة من 35 بلدا.",
        "وتضم الشبكة الآن 356 مدينة في 79 بلدا يسكنها 390 مليون مواطن.",
        "والأعضاء الجدد هم:",
    ),
}
CLOSING = {
    "en": "A strong commitment by the mayor is a key prerequisite, as the conference in Cork, Ireland, showed.",
    "fr": "Un engagement fort du maire est une condition essentielle, a rappelé la conférence de Cork, en Irlande.",
    "ar": "ويعد الالتزام القوي من رئيس البلدية شرطا أساسيا لكي تصبح المدينة مدينة تعلم ضمن الشبكة العالمية.",
}

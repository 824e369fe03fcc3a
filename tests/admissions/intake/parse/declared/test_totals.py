"""The numbers that releases declare."""

import pytest

from admissions.intake.parse.declared.totals import Declared, read_declared


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        (
            (
                "Network: 64 new members from 35 countries\n64 cities from 35 countries join the network. With the new "  # noqa: E501
                "admissions, the network now includes 356 member cities, for 390 million citizens."
            ),
            Declared(64, 35, 356, None, 390),
        ),
        (
            (
                "Today, 77 cities from 44 countries join. It includes 294 cities from all around the world.\n"
                "The 77 new members bring the total number of cities within the network to 294 in 76 countries."
            ),
            Declared(77, 44, 294, 76),
        ),
        (
            (
                "Aujourd'hui, 54 villes* de 27 pays vont rejoindre le réseau. Les nouveaux membres portent à 229 le nombre "  # noqa: E501
                "total de villes au sein du réseau, dans 64 pays."
            ),
            Declared(54, 27, 229, 64),
        ),
        (
            (
                "13 nouvelles villes africaines. Au total, 64 villes de 35 pays ont intégré ce réseau. Le réseau compte "  # noqa: E501
                "désormais 356 villes du monde entier et 390 millions de citoyens."
            ),
            Declared(64, 35, 356, None, 390),
        ),
        (
            "انضمت 77 مدينة من 44 دولة إلى هذه الشبكة، ليصل عدد المدن في هذه الشبكة إلى 294 مدينة في 76 دولة مختلفة",
            Declared(77, 44, 294, 76),
        ),
        (
            "رحبت بانضمام ٦٤ مدينة من ٣٥ بلدا إلى الشبكة. وتضم الشبكة الآن ٣٥٦ مدينة لـ ٣٩٠ مليون مواطن.",
            Declared(64, 35, 356, None, 390),
        ),
        ("In 2022 cities and 193 Member States met; 5 million euros and 1,234 villages.", Declared()),
    ],
)
def test_numbers_of_the_round_and_of_the_network(text, declared):
    assert read_declared(text.split("\n")) == declared


@pytest.mark.parametrize(
    ("language", "text", "declared"),
    [
        ("en", "Seventy-two cities from forty-six countries join", Declared(72, 46)),
        (
            "en",
            "64 cities join. The network now includes four hundred and twenty-five members.",
            Declared(64, None, 425),
        ),
        ("fr", "Soixante-douze villes de quarante-six pays rejoignent le réseau", Declared(72, 46)),
        ("fr", "Quatre-vingt-onze villes", Declared(91)),
        ("ar", "انضمت اثنتان وسبعون مدينة من ستة وأربعين بلدا", Declared(72, 46)),
        ("ar", "انضمام ٧٢ مدينة من ٤٦ بلدا", Declared(72, 46)),
        ("es", "64 ciudades de 35 países se unen. La red cuenta con 356 ciudades.", Declared(64, 35, 356)),
        ("es", "Setenta y dos ciudades de cuarenta y seis países se suman", Declared(72, 46)),
        ("pt", "A UNESCO integra 72 cidades de 46 países", Declared(72, 46)),
        ("de", "Zweiundsiebzig Städte aus sechsundvierzig Ländern treten bei", Declared(72, 46)),
        ("it", "Settantadue città di quarantasei paesi entrano nella rete", Declared(72, 46)),
        ("tr", "UNESCO Küresel Öğrenen Şehirler Ağı’na 46 ülkeden 72 şehir katıldı", Declared(72, None)),
        ("ru", "72 города из 46 стран присоединились к Глобальной сети", Declared(72, 46)),
        ("ru", "Семьдесят два города из сорока шести стран", Declared(72, 46)),
        ("uk", "Сімдесят два міста із сорока шести країн приєдналися", Declared(72, 46)),
        ("zh-hans", "72个城市、46个国家", Declared(72, 46)),
        ("zh-hans", "来自四十六个国家的七十二个城市加入。目前网络共有425个城市。", Declared(72, None, 425)),
        ("zh-hant", "七十二個城市", Declared(72)),
        ("ja", "72都市、46か国", Declared(72, 46)),
        ("ko", "46개국 72개 도시가 새로 가입했다", Declared(72, None)),
        ("th", "เมือง 72 เมืองจาก 46 ประเทศ", Declared(72, 46)),
        ("vi", "72 thành phố từ 46 quốc gia gia nhập", Declared(72, 46)),
        ("vi", "Bảy mươi hai thành phố từ bốn mươi sáu quốc gia", Declared(72, 46)),
        ("id", "Tujuh puluh dua kota dari empat puluh enam negara bergabung", Declared(72, 46)),
        ("fa", "۷۲ شهر از ۴۶ کشور پیوستند", Declared(72, 46)),
        ("el", "72 πόλεις από 46 χώρες εντάσσονται", Declared(72, 46)),
        ("en", "One of the cities, the first of two cities; New York, one country", Declared()),
    ],
)
def test_numbers_are_read_in_many_languages_in_words_and_in_any_digits(language, text, declared):
    assert read_declared([text], language=language) == declared

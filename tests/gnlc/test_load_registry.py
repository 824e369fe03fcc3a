"""The registry's own files, loaded as `make run` loads them."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from modeltranslation.translator import translator

from admissions.models import Admission, Cohort
from cities import imports
from cities.models import City, Country, Initiative, Partnership, Source
from gnlc.management.commands import load_registry
from news.models import Campaign, Event, NewsItem
from records.loading import Table
from records.models import LoadedRow
from tests.reading import is_misread, misread

pytestmark = pytest.mark.usefixtures("loaded_registry", "db")


def listed(client, query, language="en"):
    return [city.slug for city in client.get(f"/{language}/cities/?{query}").context["object_list"]]


def test_everything_is_loaded():
    assert (Source.objects.count(), Country.objects.count(), City.objects.count()) == (552, 249, 389)
    assert (Cohort.objects.count(), Admission.objects.count(), NewsItem.objects.count()) == (9, 390, 100)


def test_every_city_and_country_has_a_name_in_each_language():
    for model in (City, Country):
        unnamed = [
            record for record in model.objects.all() if not (record.name_en and record.name_fr and record.name_ar)
        ]
        assert unnamed == []


def test_388_members_are_recorded_and_laayoune_is_none_of_them():
    assert City.objects.members().count() == 388
    assert [city.slug for city in City.objects.not_members()] == ["laayoune"]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(
    ("query", "cities"),
    [
        ("country=MA&year=2020", {"benguerir", "chefchaouen"}),
        ("country=MA&year=2024", {"agadir", "essaouira", "fez"}),
        ("country=MA&year=2025", {"casablanca", "oujda"}),
        (
            "country=SA",
            {
                "al-ahsa",
                "alula",
                "jubail-industrial-city",
                "king-abdullah-economic-city",
                "madinah",
                "riyadh",
                "riyadh-al-khabra",
                "yanbu-industrial-city",
            },
        ),
        ("q=Ben+Guerir", {"benguerir"}),
        ("q=BENGUÉRIR", {"benguerir"}),
        ("q=ابن+جرير", {"benguerir"}),
        ("q=بن+جرير", {"benguerir"}),
        ("q=Fes", {"fez"}),
        ("q=Fès", {"fez"}),
        ("q=Fez", {"fez"}),
        ("q=فاس", {"fez"}),
        ("q=الدار+البيضاء", {"casablanca"}),
        ("q=la+paz", {"la-paz-mendoza", "la-paz-baja-california-sur"}),
    ],
)
def test_the_list_answers_the_same_in_every_language(client, language, query, cities):
    found = listed(client, query, language)
    assert (len(found), set(found)) == (len(cities), cities)


@pytest.mark.parametrize(
    ("slug", "announced", "recorded"),
    [
        ("2025", 72, 53),
        ("2024", 64, 59),
        ("2022", 77, 74),
        ("2020", 54, 50),
        ("2019", 38, 27),
        ("2015-2016", 115, 67),
        ("2013", None, 0),
    ],
)
def test_announced_and_recorded_numbers_stand_side_by_side(slug, announced, recorded):
    cohort = Cohort.objects.with_recorded().get(slug=slug)
    assert (cohort.announced_cities, cohort.recorded_cities) == (announced, recorded)


def test_every_admission_has_a_source_and_every_city_two_more_names():
    assert not Admission.objects.filter(sources=None).exists()
    assert not City.objects.filter(name_fr="").exists()
    assert not City.objects.filter(name_ar="").exists()


def test_the_choices_of_region_and_country_add_up_to_the_members(client):
    facets = client.get("/en/cities/").context["facets"]
    counted = {facet.name: sum(choice.number for choice in facet.choices) for facet in facets}
    assert counted == {"region": 388, "country": 388, "year": 389}  # Muharraq was announced twice


def test_the_library_holds_every_initiative_and_the_partnerships_that_sources_state(client):
    assert (client.get("/en/learning/").context["paginator"].count, Initiative.objects.count()) == (148, 149)
    partners = {each.slug: {city.slug for city in each.cities.all()} for each in Partnership.objects.all()}
    assert partners == {
        "all-island-learning-cities": {"cork", "derry-and-strabane", "dublin", "limerick"},
        "mantes-la-jolie-and-senegal": {"fatick", "guediawaye", "mantes-la-jolie"},
    }


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=public+reading+agadir", ["agadir-public-reading-network"]),
        ("q=lecture+publique+agadir", ["agadir-public-reading-network"]),
        ("q=القراءة+أكادير", ["agadir-public-reading-network"]),
    ],
)
def test_the_library_answers_the_same_in_every_language(client, language, query, found):
    listed = client.get(f"/{language}/learning/?{query}").context["object_list"]
    assert [initiative.slug for initiative in listed] == found


def test_each_conference_is_an_event():
    assert [event.slug for event in Event.objects.filter(conference__isnull=False).order_by("starts_on")] == [
        "conference-1-beijing-2013", "conference-2-mexico-city-2015", "conference-3-cork-2017",
        "conference-4-medellin-2019", "conference-5-yeonsu-2021", "conference-6-jubail-2024",
    ]  # fmt: skip


def test_loading_again_finds_nothing_to_do():
    out = StringIO()
    call_command("load_registry", stdout=out)
    assert out.getvalue() == "Nothing to load: the files are the ones loaded before.\n"


def test_reading_the_same_files_again_changes_nothing():
    out = StringIO()
    call_command("load_registry", again=True, stdout=out)
    assert out.getvalue().splitlines()[-1] == "0 new, 0 changed, 0 left alone."


def test_a_dry_run_says_what_would_change_and_changes_nothing():
    row = LoadedRow.objects.get(table="countries.csv", key="MA")
    row.values["name_en"] = "Marocco"
    row.save()
    Country.objects.filter(code="MA").update(name_en="Marocco")
    out = StringIO()
    call_command("load_registry", again=True, dry_run=True, stdout=out)
    assert "    MA: name_en: 'Marocco' → 'Morocco'" in out.getvalue().splitlines()
    assert out.getvalue().splitlines()[-1] == "0 new, 1 changed, 0 left alone. Dry run: nothing was written."
    assert Country.objects.get(code="MA").name_en == "Marocco"


def test_a_name_that_staff_and_file_both_changed_stays_and_the_loading_goes_on(monkeypatch, tmp_path):
    fez = City.objects.get(slug="fez")
    fez.name_fr = "Fès (personnel)"
    fez.save()
    names = (
        (imports.DATA / "city_names.csv").read_text(encoding="utf-8").replace("fez,fr,Fès,", "fez,fr,Fez-la-Neuve,")
    )
    (tmp_path / "city_names.csv").write_text(names, encoding="utf-8")
    changed = [
        replace(table, path=tmp_path / "city_names.csv") if table.path.name == "city_names.csv" else table
        for table in load_registry.TABLES
    ]
    monkeypatch.setattr(load_registry, "TABLES", changed)

    out = StringIO()
    call_command("load_registry", stdout=out)
    assert "    fez: name_fr was changed here and stays as it is" in out.getvalue().splitlines()
    fez.refresh_from_db()
    assert fez.name_fr == "Fès (personnel)"
    assert fez.names.filter(text="Fez-la-Neuve", kind="alternate").exists()


def test_a_wrong_cell_stops_the_loading_and_nothing_is_written(monkeypatch, tmp_path):
    good, wrong = tmp_path / "good.csv", tmp_path / "wrong.csv"
    good.write_text("id,title,language\nnew-source,News,en\n", encoding="utf-8")
    wrong.write_text("id,title,language\n,News,en\n", encoding="utf-8")
    columns = {"id": "slug", "title": "title", "language": "language"}
    monkeypatch.setattr(load_registry, "TABLES", [Table(Source, good, columns), Table(Source, wrong, columns)])

    with pytest.raises(CommandError) as error:
        call_command("load_registry", stdout=StringIO())
    assert str(error.value) == "wrong.csv, line 2, column id: This field cannot be blank.\nNothing was written."
    assert not Source.objects.filter(slug="new-source").exists()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_text_of_a_record_is_in_the_language_of_its_column(language):
    texts = {
        (model._meta.label, field): model._base_manager.values_list(f"{field}_{language}", flat=True)
        for model in translator.get_registered_models(abstract=False)
        for field in translator.get_options_for_model(model).get_field_names()
    }
    assert sum(map(len, texts.values())) > 2000
    wrong = {
        column: [text for text in found if text and is_misread(text, language)] for column, found in texts.items()
    }
    assert {column: found for column, found in wrong.items() if found} == {}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_kind_of_page_reads_as_if_written_in_its_language(client, language):
    cities = ["agadir", "benguerir", "cork", "laayoune", "son-la", "suwon", "al-ahsa", "fez"]
    pages = [
        "", "cities/", "cities/?page=3", "cities/?country=MA&year=2020&sort=newest", "cities/?q=Benguerrir&year=2024",
        "cities/?year=soon&region=atlantis", "cities/?status=other", "countries/", "countries/ma/", "countries/kr/",
        "admissions/", "admissions/?as_of=2020-09-23", "network/", "about/", "atlantis/", "news/", "news/?page=2",
        *(cohort.get_absolute_url()[4:] for cohort in Cohort.objects.all()),
        *(item.get_absolute_url()[4:] for item in NewsItem.objects.order_by("pk")[::10]),
        *(f"cities/{slug}/" for slug in cities),
        "learning/?feature=quality", "learning/doha-surveys/", "partnerships/", "agreements/", "events/",
        *(f"learning/?page={page}" for page in (1, 7)),
        *(event.get_absolute_url()[4:] for event in Event.objects.order_by("pk")[::5]),
        *(campaign.get_absolute_url()[4:] for campaign in Campaign.objects.order_by("pk")[::5]),
        *(f"sources/{source.slug}/" for source in Source.objects.filter(awards__isnull=False).distinct()),
    ]  # fmt: skip
    wrong = {page: misread(client.get(f"/{language}/{page}").content) for page in pages}
    assert {page: texts for page, texts in wrong.items() if texts} == {}

"""Names are found whatever is written for an apostrophe, and by letters that other languages add to Arabic."""

from django.db import migrations

from records.search.folding import search_key, sort_key, texts_key

LANGUAGES = ("en", "fr", "ar")


def rewrite(apps, schema_editor):
    for label in ("CityName", "CountryName"):
        _change(apps, label, lambda name: {"key": search_key(name.text)})
    for label in ("City", "Country"):
        _change(apps, label, lambda place: {f"sort_{code}": sort_key(_name(place, code)) for code in LANGUAGES})
    _change(apps, "Source", lambda source: {"key": texts_key(source.title, source.publisher)})
    _change(apps, "Initiative", lambda initiative: {"key": texts_key(*_texts(initiative))})


def _name(place, code):
    return getattr(place, f"name_{code}") or place.name_en


def _texts(initiative):
    return [getattr(initiative, f"{field}_{code}") for field in ("name", "summary") for code in LANGUAGES]


def _change(apps, label, fields_of):
    model = apps.get_model("cities", label)
    for record in model.objects.iterator(chunk_size=500):
        fields = fields_of(record)
        if any(getattr(record, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(record, name, value)
            record.save(update_fields=list(fields))


class Migration(migrations.Migration):

    dependencies = [
        ('cities', '0015_former_address_was_public'),
    ]

    operations = [
        migrations.RunPython(rewrite, migrations.RunPython.noop),
    ]

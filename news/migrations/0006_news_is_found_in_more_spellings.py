"""News is found whatever is written for an apostrophe, and by letters that other languages add to Arabic."""

from django.db import migrations

from records.search.folding import texts_key


def rewrite(apps, schema_editor):
    news = apps.get_model("news", "NewsItem").objects
    for item in news.iterator(chunk_size=500):
        key = texts_key(item.title, item.publisher, item.summary_en, item.summary_fr, item.summary_ar)
        if key != item.key:
            item.key = key
            item.save(update_fields=["key"])


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0005_copies_of_news'),
    ]

    operations = [
        migrations.RunPython(rewrite, migrations.RunPython.noop),
    ]
